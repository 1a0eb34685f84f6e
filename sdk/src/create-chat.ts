import type { Chat, ChatEvents } from './chat.ts'
import { assembleChat, type ChatOptions, type ChatParts } from './chat-parts.ts'
import { createRequests } from './chat-requests.ts'
import { createEmitter } from './emitter.ts'

/** The chat, and what the rest of the SDK needs of it. */
export interface ChatHandle {
  chat: Chat
  /** A good token of the visitor while the chat is open. */
  token(): Promise<string | undefined>
  /** The same, if there is one in hand. */
  held(): string | undefined
  /** The page has changed under the widget. */
  turnPage(): void
  /** Closes, and forgets the visitor and all they wrote. */
  forget(): void
  destroy(): void
}

/** @param opened told whenever the visitor opens the chat, or comes back to a live one */
export function createChat(options: ChatOptions, opened: () => void): ChatHandle {
  const emitter = createEmitter<ChatEvents>()
  const parts = assembleChat(options, emitter)
  const { identity, session, attention, queue, thread, line } = parts
  let unlisten: (() => void) | undefined

  const open = () => {
    if (!unlisten) {
      unlisten = options.world.listen('visibilitychange', attention.update)
      queue.load()
      opened()
    }
    line.start()
  }

  const close = () => {
    unlisten?.()
    unlisten = undefined
    line.stop()
  }

  const resume = () => {
    const isLive = identity.read()?.live || queue.load()
    if (isLive) open()
    return isLive
  }

  return {
    chat: { ...chatActions(parts, open), open, resume, close, on: emitter.on },
    token: async () => (unlisten ? session.token().catch(() => undefined) : undefined),
    held: session.held,
    turnPage: attention.update,
    forget() {
      close()
      thread.clear()
      queue.clear()
      session.restart()
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
    send(text, { button } = {}) {
      open()
      return queue.send(text, button)
    },
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
