import { markRead } from '../api.ts'
import { $summary, $thread } from './thread.ts'

/** The newest message of the person that we have told the relay of, by conversation. */
const told = new Map<string, number>()

const newestFromPerson = () =>
  $thread.get()?.entries.findLast(entry => entry.type === 'message' && entry.from === 'visitor')
    ?.seq

/**
 * The agent sees the end of the thread: tells the relay, once for each new message.
 * Whether the end can be seen is for the caller to know.
 */
export async function markSeen(): Promise<void> {
  const thread = $thread.get()
  const summary = $summary.get()
  const upTo = newestFromPerson()
  if (!thread || !summary || upTo === undefined || summary.unread === 0) return
  if ((told.get(thread.id) ?? 0) >= upTo) return
  told.set(thread.id, upTo)
  try {
    await markRead(thread.id, upTo)
  } catch {
    // It stays unread, and is told when it is seen again.
    told.delete(thread.id)
  }
}
