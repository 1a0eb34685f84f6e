import type { RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { usePanel } from '../components/context.ts'
import { LogBox } from '../components/log-box.tsx'
import type { drawRow } from '../components/row.tsx'
import { useStore } from '../components/use-store.ts'
import type { Row } from '../stores/rows.ts'
import type { LateWords } from '../strings/words.ts'
import type { ReadingStores } from './reading.ts'

/** What was looked for is marked for so long, in milliseconds. */
const MARKED_MS = 3_000

/** Shows a message in the middle, marks it, and has screen readers go on from there. */
function show(message: HTMLElement): void {
  message.scrollIntoView({ block: 'center' })
  message.tabIndex = -1
  message.focus({ preventScroll: true })
  message.classList.add('found')
  setTimeout(() => message.classList.remove('found'), MARKED_MS)
}

/** Goes to what is to be shown, once; after that, what is being read stays where it is while more comes in above. */
function usePlace(
  box: RefObject<HTMLDivElement | null>,
  rows: readonly Row[],
  seq: number | undefined
): void {
  const is = useRef({ first: '', height: 0 }).current
  useLayoutEffect(() => {
    const log = box.current!
    // A day's line moves up when more of that day comes in.
    const first = rows.find(({ type }) => type !== 'day')?.key ?? ''
    if (!is.first && first) {
      const hit = log.querySelector<HTMLElement>('[data-found] > *')
      if (seq !== undefined && hit) show(hit)
      else {
        log.scrollTop = log.scrollHeight
        log.focus({ preventScroll: true })
      }
    } else if (first !== is.first) log.scrollTop += log.scrollHeight - is.height
    Object.assign(is, { first, height: log.scrollHeight })
  }, [rows])
}

interface Props {
  /** Draws a row; fetched with the chat's own. */
  draw: typeof drawRow
  stores: ReadingStores
  /** The message to show. */
  seq: number | undefined
  late: LateWords
}

/** The messages of a conversation that is read, with the ways to more of them. */
export function ReadLog({ draw, stores, seq, late }: Props) {
  const { words } = usePanel()
  const rows = useStore(stores.$rows)
  const state = useStore(stores.$state)
  const earlier = useStore(stores.$earlier)
  const later = useStore(stores.$later)
  const box = useRef<HTMLDivElement>(null)
  usePlace(box, rows, seq)
  const isHit = (row: Row) => row.type === 'message' && row.message.seq === seq
  const say = (text: string) => (state === 'loading' ? words.oneMoment : text)

  return (
    <div class="timeline">
      <LogBox box={box}>
        {earlier && (
          <button type="button" class="text more" onClick={stores.fetchEarlier}>
            {say(words.earlier)}
          </button>
        )}
        {rows.map(row =>
          isHit(row) ? (
            <div key={row.key} class="hit" data-found>
              {draw(row)}
            </div>
          ) : (
            draw(row)
          )
        )}
        {later && rows.length > 0 && (
          <button type="button" class="text more" onClick={stores.fetchLater}>
            {say(late.talks.later)}
          </button>
        )}
        {!rows.length && state === 'loading' && <p class="note">{words.oneMoment}</p>}
        {state === 'lost' && (
          <p class="trouble" role="status">
            {words.handoffFailed}{' '}
            <button type="button" class="text" onClick={stores.load}>
              {words.tryAgain}
            </button>
          </p>
        )}
      </LogBox>
    </div>
  )
}
