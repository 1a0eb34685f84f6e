import type { ChatStatus, MessageEntry, PendingMessage, Session } from '@segue/sdk'
import { atom, computed } from 'nanostores'
import type { LateChat } from '../late-chat.ts'
import { linksOf } from './links.ts'
import { createNews } from './news.ts'
import { addEntries, type Thread } from './thread.ts'
import { timelineOf } from './timeline.ts'
import { readUpTo, unreadAbove } from './unread.ts'

/** An agent's typing is believed for this long, in milliseconds. */
const TYPING_MS = 6_000

/** Pages fetched at most for one wish to see more: a page may hold nothing this reader may see. */
const MAX_PAGES = 5

export type Conversation = ReturnType<typeof createConversation>

/** The stores of one conversation, kept up to date by the SDK. `onNews` hears each message by others once. */
export function createConversation(chat: LateChat, onNews: (message: MessageEntry) => void) {
  const $session = atom<Session | undefined>()
  const $connection = atom<ChatStatus>('idle')
  const $thread = atom<Thread>([])
  const $pending = atom<readonly PendingMessage[]>([])
  const $typing = atom<string | undefined>()
  const $readUpTo = atom(0)
  const $fetching = atom(false)
  const $timeline = computed([$thread, $pending], timelineOf)
  const $links = computed($thread, linksOf)
  const $ways = computed([$session, $links], (session, links) =>
    (session?.ways ?? []).filter(way => !links.some(link => link.on.account === way.account))
  )
  const $unread = computed([$thread, $readUpTo], (thread, upTo) =>
    unreadAbove(thread, Math.max(upTo, readUpTo(thread)))
  )
  const $earlier = computed($thread, thread => (thread[0]?.seq ?? 1) > 1)
  const news = createNews()
  let typing: ReturnType<typeof setTimeout> | undefined

  const showTyping = (name: string | undefined): void => {
    clearTimeout(typing)
    $typing.set(name)
    if (name !== undefined) typing = setTimeout(() => $typing.set(undefined), TYPING_MS)
  }

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
    chat.on('reset', forget),
    chat.on('status', status => {
      $connection.set(status)
      if (status === 'online') news.live($thread.get().at(-1)?.seq ?? 0)
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
    $session,
    $connection,
    $thread,
    $pending,
    $timeline,
    $links,
    /** The ways to go on elsewhere that are not taken yet. */
    $ways,
    $unread,
    $typing,
    /** Whether there is more of the thread before what we hold. */
    $earlier,
    $fetching,

    /** Fetches what came before, until there is something new to show. Fails quietly: the wish can be repeated. */
    async fetchEarlier(): Promise<void> {
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
    },

    /** The visitor has seen all that is shown. */
    readAll(): void {
      const last = $thread.get().at(-1)?.seq ?? 0
      if (!$unread.get()) return
      $readUpTo.set(last)
      chat.read(last)
    },

    /** Forgets everything, as after a sign-out. */
    clear(): void {
      forget()
      $session.set(undefined)
      $pending.set([])
    },

    destroy(): void {
      clearTimeout(typing)
      for (const stop of undo) stop()
    }
  }
}
