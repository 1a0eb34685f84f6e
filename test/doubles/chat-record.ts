import type { Chat, ChatEvents, PendingMessage } from '@segue/sdk'
import type { Entry } from '@segue/sdk/protocol'

/** Everything a chat has told, and what a widget would show now. */
export function recordChat(chat: Chat) {
  const told: [event: keyof ChatEvents, value: unknown][] = []
  const record = {
    told,
    thread: [] as Entry[],
    pending: [] as readonly PendingMessage[],
    status: 'idle' as ChatEvents['status'],
    /** What was told under this name, oldest first. */
    all: <Name extends keyof ChatEvents>(name: Name) =>
      told.filter(([event]) => event === name).map(([, value]) => value as ChatEvents[Name])
  }
  const listen = <Name extends keyof ChatEvents>(
    name: Name,
    also: (value: ChatEvents[Name]) => void = () => {}
  ) =>
    chat.on(name, value => {
      told.push([name, value])
      also(value)
    })
  listen('session')
  listen('typing')
  listen('elsewhere')
  listen('error')
  listen('forgotten')
  listen('status', status => {
    record.status = status
  })
  listen('entries', entries => void record.thread.push(...entries))
  listen('reset', () => {
    record.thread = []
  })
  listen('pending', pending => {
    record.pending = pending
  })
  return record
}
