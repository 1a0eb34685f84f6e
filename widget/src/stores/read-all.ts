import type { LateChat } from '../late-chat.ts'
import type { ConversationStores } from './conversation-stores.ts'
import { lastSeq } from './thread.ts'

/** The visitor has seen all that is shown. Said once for each newest message. */
export function readAll(chat: LateChat, { $thread, $readUpTo, $unread }: ConversationStores): void {
  if (!$unread.get()) return
  const upTo = lastSeq($thread.get())
  $readUpTo.set(upTo)
  chat.read(upTo)
}
