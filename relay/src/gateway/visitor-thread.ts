import type { Entry, ServerFrame } from '@segue/sdk/protocol'
import { PAGE_ENTRIES } from '@segue/sdk/protocol'
import { viewOf } from '../core/conversation/viewer.ts'
import type { Watcher } from '../core/ports.ts'
import { type Follower, follow, reachNewest } from './follower.ts'
import type { Peer } from './peer.ts'
import type { Rim } from './rim.ts'
import { presenceOf, type VisitorMember } from './roster.ts'

/** One visitor's connection to the conversation it is in. */
export interface VisitorThread {
  /** Null once it has been left, by either side. */
  readonly conversation: string | null
  leave(): void
}

export interface VisitorThreadOptions {
  peer: Peer<ServerFrame>
  watcher: Watcher
  conversation: string
  /** The last `seq` the page has, or is about to get. */
  since: number
}

/** Joins a conversation: from here on the peer is told what happens in it, in order and without gaps. */
export function joinThread(rim: Rim, options: VisitorThreadOptions): VisitorThread {
  const { roster } = rim
  const { peer, watcher, conversation } = options
  const follower = followThread(rim, options)
  let isJoined = true

  const member: VisitorMember = {
    watcher,
    entries: follower.push,
    reset() {
      leave()
      peer.send({ type: 'reset' })
    },
    typing(name) {
      // Nobody looks at a hidden widget, and it may not be told where the agent answers.
      if (watcher.visible) peer.send({ type: 'typing', ...(name ? { name } : {}) })
    }
  }

  const leave = () => {
    if (!isJoined) return
    isJoined = false
    follower.stop()
    roster.visitorsOf.remove(conversation, member)
    tellPresence(rim, conversation)
  }

  roster.visitorsOf.add(conversation, member)
  tellPresence(rim, conversation)
  reachNewest(rim.ports, conversation, follower)
  return {
    get conversation() {
      return isJoined ? conversation : null
    },
    leave
  }
}

function followThread(
  { ports, receipts, log }: Rim,
  { peer, watcher, conversation, since }: VisitorThreadOptions
): Follower {
  const viewer = { kind: 'visitor', address: watcher.address } as const
  return follow({
    since,
    view: () => viewOf(ports, viewer, conversation),
    read: after => ports.store.entries(conversation, { after, limit: PAGE_ENTRIES }),
    deliver(entries) {
      peer.send({ type: 'entries', conversation, entries })
      const upTo = watcher.visible ? newestAnswer(entries) : 0
      if (upTo > 0) receipts.got('visitor', conversation, upTo)
    },
    lost(error) {
      log.error('a visitor could not be caught up', error, { conversation })
      peer.close('restarting')
    }
  })
}

/** The `seq` of the newest message that the visitor did not write, 0 when there is none. */
export function newestAnswer(entries: readonly Entry[]): number {
  const isAnswer = (entry: Entry) => entry.type === 'message' && entry.from !== 'visitor'
  return entries.findLast(isAnswer)?.seq ?? 0
}

/** Tells the inboxes whether the visitor is there, and where. */
export function tellPresence({ ports, roster }: Pick<Rim, 'ports' | 'roster'>, id: string): void {
  ports.publish({ type: 'presence', conversation: id, ...presenceOf(roster, id) })
}
