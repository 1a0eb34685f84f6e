import type { Thread } from './thread.ts'

/** The end of a conversation. */
export interface End {
  /** Of what closed it. */
  seq: number
  /** When it was. */
  at: number
  /** Whether the visitor has said how it went. */
  rated: boolean
  /** Whether somebody of the company has said something: what nobody answered is not mailed. */
  answered: boolean
}

/** Undefined while it goes on. */
export function endOf(thread: Thread): End | undefined {
  const last = thread.findLast(entry => entry.type === 'state')
  if (last?.type !== 'state' || last.state !== 'closed') return undefined
  const rating = thread.findLast(entry => entry.type === 'rating')
  const answered = thread.some(entry => entry.type === 'message' && entry.from === 'agent')
  return { seq: last.seq, at: last.at, rated: (rating?.seq ?? 0) > last.seq, answered }
}
