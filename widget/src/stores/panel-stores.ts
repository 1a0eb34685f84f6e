import type { MessageEntry, OwnTalk } from '@segue/sdk'
import { atom } from 'nanostores'
import type { ComponentType } from 'preact'
import type { ContentView } from '../components/lazy-content.tsx'
import type { Attached } from '../files/attached.ts'
import type { LateChat } from '../late-chat.ts'
import { createAnnouncements } from './announcements.ts'
import { type Conversation, createConversation } from './conversation.ts'
import type { Link } from './links.ts'
import { followOpening } from './opening.ts'

/** All the state one widget has. */
export interface PanelStores {
  conversation: Conversation
  /** Whether the way to the phone is shown, and which account it leads to, if that is known. */
  $handing: ReturnType<typeof atom<{ account?: string } | undefined>>
  startHandoff(account?: string): void
  stopHandoff(): void
  /** What of the visitor's conversations is shown instead of the chat: their list, or one of them. */
  $talks: ReturnType<typeof atom<{ reading?: Reading } | undefined>>
  /** Whether something is asked before the first message: nothing else can be written meanwhile. */
  $asks: ReturnType<typeof atom<boolean>>
  /** Whether anything has been said here. */
  $talked: ReturnType<typeof atom<boolean>>
  $open: ReturnType<typeof atom<boolean>>
  $draft: ReturnType<typeof atom<string>>
  /** What goes with the draft. */
  $files: ReturnType<typeof atom<readonly Attached[]>>
  /** What shows those, once it has been fetched; `lost` when it could not be. */
  $tray: ReturnType<typeof atom<ComponentType | 'lost' | undefined>>
  /** Whether somebody answers now; undefined where the site has no hours. */
  $opening: ReturnType<typeof followOpening>['$opening']
  /** What draws choices, cards and forms, once it has been fetched. */
  $content: ReturnType<typeof atom<ContentView | undefined>>
  /** Whether the panel is the whole screen. */
  $phone: ReturnType<typeof atom<boolean>>
  /** What the visitor was greeted with on the page, if that is what they answer. */
  $greeting: ReturnType<typeof atom<string | undefined>>
  /** Whether new answers come without a sound. */
  $quiet: ReturnType<typeof atom<boolean>>
  /** What screen readers are told now, newest last. */
  $news: ReturnType<typeof atom<readonly MessageEntry[]>>
}

/** One of the visitor's conversations, as it is read. */
export interface Reading extends Pick<OwnTalk, 'id' | 'current' | 'takesWords'> {
  /** The message to show. Default: the newest. */
  seq?: number
}

interface Listeners {
  /** Somebody else wrote. Once for each message, never for history. */
  onNews(message: MessageEntry): void
  /** A phone has become part of the conversation, just now. */
  onLinked(link: Link): void
}

/** Tells of phones that join while we look on. A reset brings old ones again: those are no news. */
function followLinks(
  { $links, $connection }: Conversation,
  onLinked: (link: Link) => void
): () => void {
  const known = new Set<string>()
  return $links.listen(links => {
    for (const link of links) {
      if ($connection.get() === 'online' && !known.has(link.id)) onLinked(link)
      known.add(link.id)
    }
  })
}

/** The stores of one widget, and the way to end them. */
export function createPanelStores(
  chat: LateChat,
  { onNews, onLinked }: Listeners
): PanelStores & { clear(): void; destroy(): void } {
  const announcements = createAnnouncements()
  const conversation = createConversation(chat, message => {
    announcements.announce(message)
    onNews(message)
  })
  const $handing = atom<{ account?: string } | undefined>()
  const $talks = atom<{ reading?: Reading } | undefined>()
  const $talked = atom(false)
  conversation.$thread.listen(({ length }) => length && $talked.set(true))
  const $draft = atom('')
  const $files = atom<readonly Attached[]>([])
  const stopHandoff = (): void => $handing.set(undefined)
  const stopFollowing = followLinks(conversation, onLinked)
  const opening = followOpening(conversation.$session)

  return {
    conversation,
    $handing,
    startHandoff: account => $handing.set(account ? { account } : {}),
    stopHandoff,
    $talks,
    $talked,
    $asks: atom(false),
    $open: atom(false),
    $draft,
    $files,
    $tray: atom<ComponentType | 'lost' | undefined>(),
    $opening: opening.$opening,
    $content: atom<ContentView | undefined>(),
    $phone: atom(false),
    $quiet: atom(false),
    $greeting: atom<string | undefined>(),
    $news: announcements.$news,

    clear() {
      conversation.clear()
      announcements.clear()
      stopHandoff()
      $talks.set(undefined)
      $talked.set(false)
      $draft.set('')
      $files.set([])
    },

    destroy() {
      stopFollowing()
      opening.stop()
      announcements.clear()
      conversation.destroy()
    }
  }
}
