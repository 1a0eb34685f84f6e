import type { MessageEntry } from '@segue/sdk'
import type { LateChat } from '../late-chat.ts'
import { createConversationStores } from './conversation-stores.ts'
import { fetchEarlier } from './fetch-earlier.ts'
import { createNews } from './news.ts'
import { readAll } from './read-all.ts'
import { addEntries, lastSeq } from './thread.ts'
import { markTyping } from './typing-mark.ts'

export type Conversation = ReturnType<typeof createConversation>

/** The stores of one conversation, kept up to date by the SDK. `onNews` hears each message by others once. */
export function createConversation(chat: LateChat, onNews: (message: MessageEntry) => void) {
  const stores = createConversationStores()
  const { $session, $connection, $thread, $pending, $typing, $readUpTo } = stores
  const news = createNews()
  const showTyping = markTyping($typing)

  const forget = (): void => {
    news.forget()
    $thread.set([])
    $readUpTo.set(0)
    showTyping(undefined)
  }

  const undo = [
    chat.on('session', session => $session.set(session)),
    chat.on('pending', pending => $pending.set(pending)),
    chat.on('typing', ({ name = '' }) => showTyping(name)),
    chat.on('elsewhere', count => stores.$elsewhere.set(count)),
    chat.on('reset', forget),
    chat.on('status', status => {
      $connection.set(status)
      if (status === 'online') news.live(lastSeq($thread.get()))
    }),
    chat.on('entries', entries => {
      $thread.set(addEntries($thread.get(), entries))
      for (const message of news.of(entries, $connection.get() === 'online')) {
        showTyping(undefined)
        onNews(message)
      }
    })
  ]

  return {
    ...stores,
    fetchEarlier: () => fetchEarlier(chat, stores),
    readAll: () => readAll(chat, stores),

    /** Forgets everything, as after a sign-out. */
    clear(): void {
      forget()
      $session.set(undefined)
      $pending.set([])
      stores.$elsewhere.set(0)
    },

    destroy(): void {
      showTyping(undefined)
      for (const stop of undo) stop()
    }
  }
}
