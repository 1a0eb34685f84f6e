import type { LateChat } from '../late-chat.ts'
import type { ConversationStores } from './conversation-stores.ts'
import { addEntries } from './thread.ts'

/** Pages fetched at most for one wish to see more: a page may hold nothing this reader may see. */
const MAX_PAGES = 5

/** Fetches what came before, until there is something new to show. Fails quietly: the wish can be repeated. */
export async function fetchEarlier(
  chat: LateChat,
  { $thread, $timeline, $earlier, $fetching }: ConversationStores
): Promise<void> {
  if ($fetching.get()) return
  $fetching.set(true)
  const rows = $timeline.get().length
  try {
    for (let page = 0; page < MAX_PAGES && $earlier.get(); page++) {
      const { entries } = await chat.earlier($thread.get()[0]!.seq)
      if (!entries.length) break
      $thread.set(addEntries($thread.get(), entries))
      if ($timeline.get().length > rows) break
    }
  } catch {
    // Offline. The button to fetch stays where it is.
  } finally {
    $fetching.set(false)
  }
}
