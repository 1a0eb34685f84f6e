import type { Chat } from '@segue/sdk'

/** What a chat is told without an answer that anybody waits for. */
type Told =
  | ('open' | 'resume' | 'close' | 'show' | 'send' | 'introduce' | 'known' | 'retry')
  | ('discard' | 'typing' | 'read' | 'openedHandoff')

/** What the panel needs of a chat: it tells some things, and asks others. A `Chat` of the SDK is one. */
export type LateChat = Omit<Chat, Told> & {
  [Name in Told]: (...args: Parameters<Chat[Name]>) => unknown
}

/**
 * A chat that is on its way: what it is told and asked waits, and is done in order.
 * So the panel is drawn, and can be typed in, while the SDK is still being fetched.
 */
export function lateChat(loading: Promise<Chat>): LateChat {
  const on: Chat['on'] = (event, listener) => {
    const listening = loading.then(chat => chat.on(event, listener))
    listening.catch(() => {})
    return () =>
      listening.then(
        stop => stop(),
        () => {}
      )
  }
  return new Proxy({ on } as LateChat, {
    get: (known, name: keyof Chat) =>
      (name === 'on' && known.on) ||
      ((...args: unknown[]) => {
        const answer = loading.then(chat =>
          (chat[name] as (...args: unknown[]) => unknown)(...args)
        )
        // Whoever only tells does not listen for failures; the page must not hear of them either.
        answer.catch(() => {})
        return answer
      })
  })
}
