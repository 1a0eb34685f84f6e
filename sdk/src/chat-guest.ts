import type { Chat, ChatEvents } from './chat.ts'
import { assembleChat, type ChatParts } from './chat-parts.ts'
import { createRequests } from './chat-requests.ts'
import { createEmitter } from './emitter.ts'
import { unreachable } from './relay-error.ts'
import type { Base, Guest } from './seam.ts'

/** The chat, and what the rest of the SDK needs of it. */
export interface ChatGuest extends Guest {
  chat: Chat
}

/** The one chat upon this base. */
export function chatOn(base: Base): Chat {
  base.guest ??= createGuest(base)
  return (base.guest as ChatGuest).chat
}

function createGuest(base: Base): ChatGuest {
  const emitter = createEmitter<ChatEvents>()
  const parts = assembleChat(base, emitter)
  const { identity, session, attention, queue, thread, line } = parts
  let unlisten: (() => void) | undefined
  let isFollowing = false
  let isWaiting = false

  const open = () => {
    if (!unlisten) {
      unlisten = base.world.listen('visibilitychange', attention.update)
      queue.load()
      base.consent?.opened()
    }
    if (!isFollowing) follow()
    line.start()
  }

  const close = () => {
    unlisten?.()
    unlisten = undefined
    line.stop()
  }

  const follow = async () => {
    isFollowing = true
    const code = await import('./tabs/tabs.ts').catch(() => undefined)
    if (code) code.followStorage(base, { ...queue, mine: session.visitor, identity, drop, resume })
    else isFollowing = false
  }

  const drop = () => {
    isWaiting = false
    close()
    thread.clear()
    queue.clear()
    session.restart()
    emitter.emit('forgotten', undefined)
  }

  const resume = () => {
    const { liveUntil = 0, isUsers } = identity.read() ?? {}
    // A user's chat waits until the page says who the user is.
    isWaiting = !!isUsers && !base.proof.source
    if (isWaiting) return false
    const isLive = base.world.now() < liveUntil || queue.load()
    if (isLive) open()
    return isLive
  }

  return {
    chat: { ...chatActions(parts, base, open), open, resume, close, on: emitter.on },
    token: async () => (unlisten ? session.token().catch(() => undefined) : undefined),
    held: session.held,
    turnPage: attention.update,
    proved() {
      if (!unlisten) return void (isWaiting && resume())
      session.restart()
      thread.restart()
      line.again()
    },
    forget() {
      drop()
      identity.write(undefined)
    },
    destroy() {
      close()
      emitter.clear()
    }
  }
}

/** What may be done once the chat is open. Saying something opens it. */
function chatActions(
  { emitter, session, attention, queue, thread, line }: ChatParts,
  base: Base,
  open: () => void
): Omit<Chat, 'open' | 'resume' | 'close' | 'on'> {
  return {
    ...createRequests(session.call),
    async returnWith(token) {
      session.restart(token)
      thread.restart()
      open()
      line.again()
      return firstAnswer(emitter)
    },
    show: attention.show,
    send(text, options = {}) {
      open()
      return queue.send(text, options)
    },
    async upload(file, options) {
      const { uploadFile } = await import('./upload-file.ts').catch(unreachable)
      return uploadFile({ relay: base.relay, session }, file, options)
    },
    introduce: queue.introduce,
    known: async () => (await base.known?.()) ?? {},
    retry: queue.retry,
    discard: cid => queue.change(cid, () => undefined),
    typing: attention.typing,
    read: attention.read
  }
}

/** Whether the next session came by its return token; not, when there is to be no session. */
function firstAnswer({ on }: ChatParts['emitter']): Promise<boolean> {
  return new Promise(resolve => {
    const tell = (answer: boolean) => {
      for (const undo of undos) undo()
      resolve(answer)
    }
    const undos = [
      on('session', ({ returned }) => tell(returned === true)),
      on('error', () => tell(false)),
      on('status', status => status === 'idle' && tell(false))
    ]
  })
}
