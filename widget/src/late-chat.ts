import type { Chat } from '@segue/sdk'

const TOLD = [
  'open',
  'resume',
  'close',
  'show',
  'send',
  'retry',
  'discard',
  'typing',
  'read',
  'openedHandoff'
] as const

const ASKED = [
  'returnWith',
  'earlier',
  'conversations',
  'threadOf',
  'readIn',
  'begin',
  'enter',
  'search',
  'offerHandoff',
  'confirmNumber',
  'stopMirror',
  'rate',
  'mailTranscript',
  'upload'
] as const

type Told = (typeof TOLD)[number]
type Asked = (typeof ASKED)[number]

/** What the panel needs of a chat: it tells some things, and asks others. A `Chat` of the SDK is one. */
export type LateChat = Pick<Chat, 'on' | Asked> & {
  [Name in Told]: (...args: Parameters<Chat[Name]>) => unknown
}

/**
 * A chat that is on its way: what it is told and asked waits, and is done in order.
 * So the panel is drawn, and can be typed in, while the SDK is still being fetched.
 */
export function lateChat(loading: Promise<Chat>): LateChat {
  const when = (name: Told | Asked) => {
    const call = (...args: unknown[]) => {
      const answer = loading.then(chat => (chat[name] as (...args: unknown[]) => unknown)(...args))
      // Whoever only tells does not listen for failures; the page must not hear of them either.
      answer.catch(() => {})
      return answer
    }
    return [name, call]
  }
  const on: Chat['on'] = (event, listener) => {
    const listening = loading.then(chat => chat.on(event, listener))
    listening.catch(() => {})
    return () =>
      listening.then(
        stop => stop(),
        () => {}
      )
  }
  return { ...Object.fromEntries([...TOLD, ...ASKED].map(when)), on } as LateChat
}
