import type { Surface } from '@segue/sdk'
import type { ShownMessage } from './message.ts'
import type { Note } from './note.ts'

/** One row of the timeline. */
export type Row =
  | { type: 'day'; key: string; at: number }
  | { type: 'note'; key: string; note: Note }
  /** An agent suggests going on elsewhere. */
  | { type: 'offer'; key: string; to: Surface }
  /** `first` and `last`: of a group by one author, said within five minutes on one surface. */
  | { type: 'message'; key: string; message: ShownMessage; first: boolean; last: boolean }

/** Messages of one author further apart than this do not share a name and a time, in milliseconds. */
export const GROUP_MS = 5 * 60_000

const sameGroup = (one: ShownMessage, next: ShownMessage): boolean =>
  one.from === next.from &&
  one.name === next.name &&
  one.via === next.via &&
  next.at - one.at < GROUP_MS

/** Rows so far, and what the next one depends on. */
export interface Gathered {
  rows: readonly Row[]
  /** The visitor's own midnights before and after what was said last. */
  day: readonly [from: number, to: number]
  agent: string
}

/** Before the first entry. */
export const NOTHING: Gathered = { rows: [], day: [0, 0], agent: '' }

// A Date is local by nature.
const dayOf = (at: number) =>
  [new Date(at).setHours(0, 0, 0, 0), new Date(at).setHours(24, 0, 0, 0)] as const

/** Collects rows, and puts between them what neighbours call for. What it begins with stays as it is. */
export function gather(before: Gathered) {
  const rows = [...before.rows]
  let { day, agent } = before
  return {
    gathered: (): Gathered => ({ rows, day, agent }),

    say(message: ShownMessage): void {
      const { key, at } = message
      if (at < day[0] || at >= day[1]) {
        day = dayOf(at)
        rows.push({ type: 'day', key: `day-${key}`, at })
      }
      const above = rows.at(-1)
      const joins = above?.type === 'message' && sameGroup(above.message, message)
      if (joins) rows[rows.length - 1] = { ...above, last: false }
      rows.push({ type: 'message', key, message, first: !joins, last: true })
    },

    note(seq: number, note: Note): void {
      // An agent who comes and goes is announced once, until somebody else has come.
      const repeated = note.kind === 'joined' && note.name === agent
      if (note.kind === 'joined') agent = note.name
      if (!repeated) rows.push({ type: 'note', key: `note-${seq}`, note })
    },

    offer(id: string, to: Surface): void {
      rows.push({ type: 'offer', key: `offer-${id}`, to })
    }
  }
}
