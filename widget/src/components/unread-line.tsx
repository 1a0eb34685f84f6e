import { useEffect, useRef, useState } from 'preact/hooks'
import type { Row } from '../stores/rows.ts'
import { usePanel } from './context.ts'

/** Where the unread began. */
export interface Unread {
  /** Of the row it stands above. */
  key: string
  count: number
  /** Whether screen readers have heard of it. */
  told: boolean
}

function unreadIn(rows: readonly Row[], count: number, live = Infinity): Unread | undefined {
  // What was said to the phone is read on the phone.
  const answers = rows.flatMap(row =>
    row.type === 'message' && row.message.from !== 'visitor' && !row.message.via ? row.message : []
  )
  const waiting = answers.slice(answers.length - count).filter(({ seq }) => seq < live)
  return waiting[0] && { key: waiting[0].key, count: waiting.length, told: false }
}

/**
 * What was unread when the panel was opened. It stays marked until the panel is closed, however much is read.
 *
 * @param live the `seq` of the first message that came in since
 */
export const useUnread = (rows: readonly Row[], count: number, live?: number): Unread | undefined =>
  useState(() => unreadIn(rows, count, live))[0]

/** The line above what was unread. It is told once: drawn again, it is a line like others. */
export function UnreadLine({ unread }: { unread: Unread }) {
  const { words } = usePanel()
  const isNews = useRef(!unread.told).current
  const [shown, show] = useState(!isNews)
  // What screen readers are to hear must come into a place that was there before.
  useEffect(() => {
    unread.told = true
    show(true)
  }, [])
  return (
    <div class="unread" {...(isNews && { role: 'status' })}>
      <span>{shown && words.newMessages({ count: unread.count })}</span>
    </div>
  )
}
