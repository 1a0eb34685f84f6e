import { plainText } from '@segue/sdk/marks'
import type { VNode } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Row } from '../stores/rows.ts'
import { bringDates } from '../strings/bring-dates.ts'
import { usePanel } from './context.ts'
import { Ending, Telling } from './ending.tsx'
import { Icon } from './icon.tsx'
import { DOWN } from './icons.ts'
import linkRows from './link-rows.css?inline'
import { LinkRows } from './link-rows.tsx'
import { LogBox } from './log-box.tsx'
import marks from './marks.css?inline'
import message from './message.css?inline'
import { QuickReplies } from './quick-replies.tsx'
import { drawRow } from './row.tsx'
import timeline from './timeline.css?inline'
import { Typing } from './typing.tsx'
import { UnreadLine, useUnread } from './unread-line.tsx'
import { useAnchor, useFollowing } from './use-following.ts'
import { useReading } from './use-reading.ts'
import { useStore } from './use-store.ts'
import { useWindow } from './use-window.ts'
import { Welcome } from './welcome.tsx'

export { bringDates, drawRow, plainText }
export const css = [timeline, message, marks, linkRows].join('')

// Nearer to the top than this, the reader wants more, in CSS pixels.
const NEAR_TOP = 80

/** The way to what came before: on the button, or by scrolling there. */
function More({ show }: { show(): void }) {
  const { conversation, words } = usePanel()
  const fetching = useStore(conversation.$fetching)
  return (
    <button type="button" class="text more" onClick={show}>
      {fetching ? words.oneMoment : words.earlier}
    </button>
  )
}

/** What came in below while the reader was further up, and the way there. */
function Newer({ count, show }: { count: number; show(): void }) {
  const { words } = usePanel()
  return (
    <button type="button" class="newer" onClick={show}>
      <Icon path={DOWN} size={16} />
      {words.newMessages({ count })}
    </button>
  )
}

/** Draws rows, and those that it has drawn not again: but a day, which is only today until midnight. */
function useDrawing(): (row: Row) => VNode {
  const drawings = useRef(new WeakMap<Row, VNode>()).current
  return row => {
    const drawing = drawings.get(row) ?? drawRow(row)
    if (row.type !== 'day') drawings.set(row, drawing)
    return drawing
  }
}

interface Props {
  /** The `seq` of the first message that came in while the panel was open, if this is drawn later than that. */
  live?: number | undefined
}

/** The messages, as far as they are drawn. */
function Log({ live }: Props) {
  const panel = usePanel()
  const { conversation } = panel
  const rows = useStore(conversation.$timeline)
  const unread = useStore(conversation.$unread)
  const typing = useStore(conversation.$typing)
  const box = useRef<HTMLDivElement>(null)
  const draw = useDrawing()
  useEffect(() => bringDates(panel), [panel.$dates])
  const before = useUnread(rows, unread, live)
  const scroll = useFollowing(box, !!before)
  const { drawn, above, drawMore } = useWindow(rows, scroll.following, before?.key)
  const more = useStore(conversation.$earlier) || above
  useAnchor(box, drawn, scroll)
  useReading(scroll.following, unread)

  const showMore = async () => {
    scroll.follow(false)
    if (!above) await conversation.fetchEarlier()
    drawMore()
  }

  const onScroll = () => {
    scroll.onScroll()
    if (more && box.current!.scrollTop < NEAR_TOP) showMore()
  }

  return (
    <div class="timeline">
      <LogBox box={box} onScroll={onScroll}>
        {more && <More show={showMore} />}
        {!rows.length && <Welcome />}
        {drawn.flatMap(row =>
          row.key === before?.key
            ? [<UnreadLine key="unread" unread={before} />, draw(row)]
            : draw(row)
        )}
        {typing !== undefined && <Typing name={typing} />}
        <QuickReplies rows={rows} />
        <Ending />
        {!!rows.length && <Telling />}
      </LogBox>
      {!scroll.following && unread > 0 && <Newer count={unread} show={scroll.toBottom} />}
    </div>
  )
}

/** What is said, and where else it goes on. */
export const Timeline = (props: Props) => (
  <>
    <Log {...props} />
    <LinkRows />
  </>
)
