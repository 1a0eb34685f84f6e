import { useStore } from '@nanostores/preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Row } from '../fold/timeline.ts'
import { dayLabel } from '../format/time.ts'
import { $now } from '../stores/clock.ts'
import { markSeen } from '../stores/read-mark.ts'
import { $summary, $thread, $timeline, loadEarlier } from '../stores/thread.ts'
import { $visible } from '../stores/visible.ts'
import { t } from '../strings.ts'
import { Icon } from './icon.tsx'
import { MessageBubble } from './message-bubble.tsx'
import { MessageHead } from './message-head.tsx'
import { SystemRow } from './system-row.tsx'
import { TypingRow } from './typing-row.tsx'
import { useAnnouncedMessages } from './use-announced-messages.ts'
import { useNear } from './use-near.ts'
import { useThreadScroll } from './use-thread-scroll.ts'
import { useWalkable } from './use-walkable.ts'

function Day({ at }: { at: number }) {
  return <h3 class="day">{dayLabel(at, useStore($now))}</h3>
}

function TimelineRow({ row }: { row: Row }) {
  if (row.kind === 'day') return <Day at={row.at} />
  if (row.kind === 'line') return <SystemRow line={row.line} />
  if (row.kind === 'head') return <MessageHead message={row.message} />
  return <MessageBubble message={row.message} isLast={row.isLast} />
}

/** The top of the thread: more to come, or where it began. */
function Beginning() {
  const thread = useStore($thread)
  const top = useNear<HTMLButtonElement>(() => void loadEarlier(), thread?.entries)
  if (!thread?.earlier) return <p class="beginning">{t.thread.start}</p>
  return (
    <button ref={top} type="button" class="button is-quiet" onClick={() => void loadEarlier()}>
      {t.thread.earlier}
    </button>
  )
}

const messagesOf = (rows: readonly Row[]) =>
  rows.flatMap(row => (row.kind === 'message' ? row.message : []))

/** How many of the person's messages came since the end was last in view. */
function useNewBelow(rows: readonly Row[], atEnd: boolean): number {
  const seen = useRef(0)
  const messages = messagesOf(rows)
  if (atEnd) seen.current = messages.findLast(({ seq }) => seq)?.seq ?? 0
  return messages.filter(({ seq = 0, from }) => seq > seen.current && from === 'visitor').length
}

/** Everything that was said, oldest first. */
export function Timeline() {
  const rows = useStore($timeline)
  const name = useStore($summary)?.name ?? ''
  const visible = useStore($visible)
  const { box, atEnd, toEnd } = useThreadScroll()
  const walk = useWalkable(box)
  const below = useNewBelow(rows, atEnd)
  useAnnouncedMessages(name)

  // Every new row may be one that has now been seen
  useEffect(() => {
    if (visible && atEnd) void markSeen()
  }, [rows, visible, atEnd])

  return (
    <div class="timeline-frame">
      <div
        ref={box}
        class="timeline"
        role="log"
        aria-live="off"
        aria-label={t.thread.log(name)}
        data-scroll
        {...walk}
      >
        <Beginning />
        {rows.map(row => (
          <TimelineRow key={row.key} row={row} />
        ))}
        <TypingRow />
      </div>
      {!atEnd && (
        <button type="button" class="button to-end" onClick={toEnd}>
          <Icon name="down" />
          {below > 0 ? t.thread.newBelow(below) : t.thread.toEnd}
        </button>
      )}
    </div>
  )
}
