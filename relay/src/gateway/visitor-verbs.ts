import type { ClientFrame, ServerFrame } from '@segue/sdk/protocol'
import { markSeen } from '../core/message/mark-seen.ts'
import { receiveFromVisitor } from '../core/message/receive-from-visitor.ts'
import type { Watcher } from '../core/ports.ts'
import type { Peer } from './peer.ts'
import type { Rim } from './rim.ts'
import { sinceOf } from './visitor-hello.ts'
import { tellPresence, type VisitorThread } from './visitor-thread.ts'

/** A visitor's connection after its hello. */
export interface VisitorSession {
  rim: Rim
  peer: Peer<ServerFrame>
  watcher: Watcher
  thread: VisitorThread
  leave(): void
}

type Verbs = {
  [Type in Exclude<ClientFrame['type'], 'hello'>]: (
    session: VisitorSession,
    frame: Extract<ClientFrame, { type: Type }>
  ) => Promise<void> | void
}

/** What each frame after the hello does. Once the thread was reset, only what names no conversation still counts. */
export const visitorVerbs: Verbs = {
  async send({ rim, peer, watcher }, { cid, text, files, answer, button, traits }) {
    const { page } = watcher
    const entry = await receiveFromVisitor(rim.ports, watcher.address, {
      ...{ cid, text, files, answer, traits },
      ...(button === undefined ? {} : { button }),
      ...(page ? { page } : {})
    })
    const { conversation, seq, body } = entry
    if (body.type === 'message') peer.send({ type: 'ack', cid, id: body.id, conversation, seq })
  },

  typing({ rim, watcher, thread: { conversation } }) {
    if (!conversation) return
    // Good for six seconds: more often than once a second is noise.
    if (!rim.ports.allow(`typing:${watcher.address}`, 1, 1000)) return
    rim.ports.publish({ type: 'typing', conversation, from: 'visitor', link: null })
  },

  async read({ rim, thread: { conversation } }, { upTo }) {
    if (conversation) {
      await markSeen(rim.ports, { by: 'visitor', conversation, upTo, status: 'read' })
    }
  },

  presence({ rim, watcher, thread: { conversation } }, { visible, visibleMs, page }) {
    const isSame = visible === watcher.visible && visibleMs === undefined
    if (!isSame) watcher.since = sinceOf(rim.ports.now(), visibleMs)
    watcher.visible = visible
    if (page) watcher.page = page
    if (conversation) tellPresence(rim, conversation)
  },

  probe({ peer }) {
    peer.send({ type: 'pong' })
  }
}
