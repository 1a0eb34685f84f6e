import { type Attention, createAttention } from './attention.ts'
import { createCall } from './call.ts'
import type { ChatEvents, ChatStatus } from './chat.ts'
import { fetchThread } from './chat-requests.ts'
import type { Emitter } from './emitter.ts'
import { createIdentity, type IdentityKeeper } from './identity.ts'
import { createLine, type Line } from './line.ts'
import { liveAfter } from './live-after.ts'
import { UNANSWERED } from './pending.ts'
import type { ServerFrame } from './protocol/server-frame.ts'
import type { Base } from './seam.ts'
import { createSendQueue, type SendQueue } from './send-queue.ts'
import { createSession, type SessionKeeper } from './session.ts'
import { followThread, type Thread } from './thread.ts'

/** What a chat is made of. */
export interface ChatParts {
  emitter: Emitter<ChatEvents>
  identity: IdentityKeeper
  session: SessionKeeper
  attention: Attention
  queue: SendQueue
  thread: Thread
  line: Line
}

/** Introduces the parts to each other. Touches nothing outside. */
export function assembleChat(options: Base, emitter: Emitter<ChatEvents>): ChatParts {
  const { world, site, proof } = options
  const call = createCall(options)
  const { emit } = emitter
  let status: ChatStatus = 'idle'
  let isUp = false
  const identity = createIdentity(world.local, site)
  const started = (session: ChatEvents['session']) => emit('session', session)
  const changed = () => {
    queue.clear()
    thread.restart()
  }
  const tell = (now: ChatStatus) => {
    if (now !== status) emit('status', now)
    status = now
  }
  // A thread that is still on its way is history, and not yet what happens now.
  const settle = () => {
    if (isUp && thread.isCaughtUp()) tell('online')
  }
  const session = createSession({ world, site, call, identity, proof, started, changed })
  const attention = createAttention(world, frame => line.send(frame))
  const queue = createSendQueue({
    world,
    site,
    deliver: frame => line.send(frame),
    changed: pending => emit('pending', pending)
  })
  const thread = followThread({
    entries(entries) {
      emit('entries', entries)
      queue.settle(entries)
      const until = liveAfter(entries)
      if (until !== undefined) identity.setLive(until)
    },
    reset() {
      emit('reset', undefined)
      queue.restart()
      attention.restart()
    },
    catchUp: () => line.hello(),
    fetch: () => fetchThread(session.call),
    lost: error => line.fail(error),
    caughtUp: settle
  })
  const line = createLine({
    ...options,
    ...{ call, session },
    hello: () => ({ ...thread.position(), ...attention.presence() }),
    frame: frame => hear(frame, parts),
    status(now) {
      isUp = now === 'online'
      if (!isUp) return tell(now)
      settle()
      // Also when one connection took the place of another, unnoticed.
      queue.resend()
      attention.repeat()
    },
    failed: error => emit('error', error)
  })
  const parts = { emitter, identity, session, attention, queue, thread, line }
  return parts
}

/** What each frame of the relay means. Those of a later version mean nothing. */
function hear(frame: ServerFrame, { thread, queue, line, emitter, session }: ChatParts): void {
  const { type } = frame
  if (type === 'welcome') thread.welcome(frame)
  else if (type === 'entries') thread.add(frame)
  else if (type === 'ack') {
    const { cid, conversation, seq } = frame
    const { conversation: here } = thread.position()
    // What began another conversation stays until that one is here; what is known from a former one is there.
    const place = here ? seq : Infinity
    queue.change(cid, item => (here && here !== conversation ? undefined : { ...item, seq: place }))
  } else if (type === 'typing') emitter.emit('typing', frame.name ? { name: frame.name } : {})
  else if (type === 'elsewhere') emitter.emit(type, frame.unread)
  else if (type === 'reset') {
    thread.restart()
    line.hello()
  } else if (type === 'error') {
    const { cid, code, message } = frame
    const fail = () =>
      cid && queue.change(cid, item => ({ ...item, status: 'failed', error: code }))
    // The page can ask once it knows what. Until then it is on its way, and said again.
    if (code === UNANSWERED)
      session.renew().then(
        asks => asks && fail(),
        () => {}
      )
    else if (cid) fail()
    else emitter.emit('error', { code, message })
  }
}
