import type { MessageEntry } from '@segue/sdk'
import { atom } from 'nanostores'
import type { LateChat } from '../late-chat.ts'
import { type Conversation, createConversation } from './conversation.ts'
import type { Link } from './links.ts'

/** An announcement stays this long, in milliseconds: long enough for every screen reader to take it up. */
const SAID_MS = 3_000

/** All the state one widget has. */
export interface PanelStores {
  conversation: Conversation
  /** Whether the way to the phone is shown, and which account it leads to, if that is known. */
  $handing: ReturnType<typeof atom<{ account?: string } | undefined>>
  startHandoff(account?: string): void
  stopHandoff(): void
  $open: ReturnType<typeof atom<boolean>>
  $draft: ReturnType<typeof atom<string>>
  /** Whether the panel is the whole screen. */
  $phone: ReturnType<typeof atom<boolean>>
  /** What screen readers are told now, newest last. */
  $news: ReturnType<typeof atom<readonly MessageEntry[]>>
}

interface Listeners {
  /** Somebody else wrote. Once for each message, never for history. */
  onNews(message: MessageEntry): void
  /** A phone has become part of the conversation, just now. */
  onLinked(link: Link): void
}

/** The stores of one widget, and the way to end them. */
export function createPanelStores(
  chat: LateChat,
  { onNews, onLinked }: Listeners
): PanelStores & { clear(): void; destroy(): void } {
  const $news = atom<readonly MessageEntry[]>([])
  const timers = new Set<ReturnType<typeof setTimeout>>()
  const conversation = createConversation(chat, message => {
    $news.set([...$news.get(), message])
    onNews(message)
    // Said once, and gone: a reader who walks through the panel must not meet it a second time.
    const timer = setTimeout(() => {
      timers.delete(timer)
      $news.set($news.get().filter(one => one !== message))
    }, SAID_MS)
    timers.add(timer)
  })
  const $handing = atom<{ account?: string } | undefined>()
  const stopHandoff = (): void => $handing.set(undefined)
  const $draft = atom('')
  // A reset brings old links again.
  const known = new Set<string>()
  const undo = conversation.$links.listen(links => {
    for (const link of links) {
      const live = conversation.$connection.get() === 'online'
      if (live && !known.has(link.id)) onLinked(link)
      known.add(link.id)
    }
  })
  return {
    conversation,
    $handing,
    startHandoff: account => $handing.set(account ? { account } : {}),
    stopHandoff,
    $open: atom(false),
    $draft,
    $phone: atom(false),
    $news,

    clear() {
      conversation.clear()
      stopHandoff()
      $draft.set('')
      $news.set([])
    },

    destroy() {
      undo()
      for (const timer of timers) clearTimeout(timer)
      conversation.destroy()
    }
  }
}
