import { useRef, useState } from 'preact/hooks'
import type { Row } from '../stores/rows.ts'

/** How many rows are drawn at first: two panels full, or more. */
const ROWS = 30

/** While the reader follows the newest, so many gather before those above are given up: not one goes with each that comes. */
const MOST = 60

/** How many above the first unread: what it answers. */
const ABOVE = 5

/** How many more at each wish. */
const MORE = 60

// A day's line moves up when more of that day comes in: only what stands below it is a fixed point.
const keyFrom = (rows: readonly Row[], start: number): string | undefined =>
  rows.slice(start).find(row => row.type !== 'day')?.key

const startAt = (rows: readonly Row[], key: string | undefined): number => {
  // From the newest: what is drawn stands at the end of a long thread.
  const index = rows.findLastIndex(row => row.key === key)
  return rows[index - 1]?.type === 'day' ? index - 1 : index
}

/** From where to draw so that the row with this key is among the first. The last thirty are drawn anyway. */
function rowsTo(rows: readonly Row[], key: string): number {
  const index = rows.findIndex(row => row.key === key)
  const last = Math.max(0, rows.length - ROWS)
  // So much unread that it is not worth drawing all of it.
  return index < last - MORE ? last : Math.min(last, Math.max(0, index - ABOVE))
}

/**
 * Which rows to draw. Following the newest, the last thirty to sixty; scrolled up, everything from where the
 * reader is, so that nothing above moves away while new messages come in below.
 *
 * @param from the key of the row to begin near
 */
export function useWindow(rows: readonly Row[], following: boolean, from?: string) {
  const top = useRef(from && keyFrom(rows, rowsTo(rows, from)))
  const wished = useRef(false)
  const [, redraw] = useState({})
  const known = startAt(rows, top.current)
  const last = Math.max(0, rows.length - ROWS)
  const isLong = rows.length - known > MOST
  const above = following ? Math.min(last, known) : known - (wished.current ? MORE : 0)
  const start = known < 0 || (following && isLong) ? last : Math.max(0, above)
  top.current = keyFrom(rows, start)
  wished.current = false
  return {
    drawn: rows.slice(start),
    /** Whether we hold rows above those drawn. */
    above: start > 0,
    /** Draws more of what we hold. Counted at the next drawing: rows that were just fetched are not here yet. */
    drawMore(): void {
      wished.current = true
      redraw({})
    }
  }
}
