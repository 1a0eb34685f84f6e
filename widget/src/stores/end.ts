import type { Thread } from './thread.ts'

/** The end of a conversation: the `seq` of what closed it, and whether the visitor has said how it went. */
export interface End {
  seq: number
  rated: boolean
}

/** Undefined while it goes on. */
export function endOf(thread: Thread): End | undefined {
  const last = thread.findLast(entry => entry.type === 'state')
  if (last?.type !== 'state' || last.state !== 'closed') return undefined
  const rating = thread.findLast(entry => entry.type === 'rating')
  return { seq: last.seq, rated: (rating?.seq ?? 0) > last.seq }
}
