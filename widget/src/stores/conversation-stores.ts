import type { ChatStatus, PendingMessage, Session } from '@segue/sdk'
import { atom, computed } from 'nanostores'
import { BEGINNING, endOf, goOn } from './end.ts'
import { foldThread } from './fold-thread.ts'
import { addLinks, type Link } from './links.ts'
import type { Thread } from './thread.ts'
import { createTimeline } from './timeline.ts'
import { readOn, unreadAbove } from './unread.ts'

/** What is known of one conversation, and what follows from it. */
export function createConversationStores() {
  const $session = atom<Session | undefined>()
  const $thread = atom<Thread>([])
  const $pending = atom<readonly PendingMessage[]>([])
  const $readUpTo = atom(0)
  const $links = computed($thread, foldThread<readonly Link[]>([], addLinks))
  const $course = computed($thread, foldThread(BEGINNING, goOn))
  const $read = computed($thread, foldThread(0, readOn))
  const $unread = computed([$thread, $readUpTo, $read], (thread, ...upTo) =>
    unreadAbove(thread, Math.max(...upTo))
  )
  const $elsewhere = atom(0)
  return {
    $session,
    $connection: atom<ChatStatus>('idle'),
    $thread,
    /** What the visitor has written that is not in the thread yet. */
    $pending,
    $timeline: computed([$thread, $pending], createTimeline()),
    /** The newest `seq` the visitor has read here. */
    $readUpTo,
    $unread,
    /** How many answers wait in the visitor's other conversations. */
    $elsewhere,
    /** How many wait in all of them. */
    $waiting: computed([$unread, $elsewhere], (here, elsewhere) => here + elsewhere),
    $links,
    /** The ways to go on elsewhere that are not taken yet. */
    $ways: computed([$session, $links], (session, links) =>
      (session?.ways ?? []).filter(way => !links.some(link => link.on.account === way.account))
    ),
    /** How the conversation has ended, if it has. */
    $end: computed($course, endOf),
    /** Whether there is more of the thread before what we hold. */
    $earlier: computed($thread, thread => (thread[0]?.seq ?? 1) > 1),
    $fetching: atom(false),
    /** The name of whoever writes now; empty where it is not known. */
    $typing: atom<string | undefined>()
  }
}

export type ConversationStores = ReturnType<typeof createConversationStores>
