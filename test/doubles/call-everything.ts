import { asOf, createSdk } from '@segue/sdk'
import { createChat } from '@segue/sdk/chat'

/** Makes an SDK and a chat and calls all their methods, destructured. Returns the names of those that threw. */
export function callEverything(): string[] {
  const options = { key: 'shop', relay: 'https://relay.example', consent: 'granted', pages: 'auto' }
  const sdk = createSdk({ ...options, honor: ['gpc', 'dnt'] } as Parameters<typeof createSdk>[0])
  const { destroy, reset, ...calls } = sdk
  const { use, on, once, consent, ...events } = calls
  const chat = createChat(sdk)
  const { on: hear, ...chatCalls } = chat
  const moment = { at: 0, url: 'https://shop.example/', title: 'Shop' }
  const named: [string, () => unknown][] = [
    ['asOf', () => asOf(sdk, moment, () => events.track('Then'))],
    ['use', () => use(event => event)()],
    ['on', () => on('queued', () => {})()],
    ['once', () => once('queued', () => {})()],
    ...(['pending', 'granted', 'denied', 'granted'] as const).map((state): [string, () => void] => [
      `consent ${state}`,
      () => consent(state)
    ]),
    ...Object.entries(events).map(([name, call]): [string, () => unknown] => [
      name,
      () => (call as (...args: unknown[]) => unknown)('Name', name === 'alias' ? 'other' : {})
    ]),
    ['chat.on', () => hear('status', () => {})()],
    ...Object.entries(chatCalls).map(([name, call]): [string, () => unknown] => [
      `chat.${name}`,
      () => (call as (...args: unknown[]) => unknown)('text', 'more')
    ]),
    ['reset', reset],
    ['destroy', destroy],
    ['after destroy', () => events.track('Late')]
  ]
  return named.flatMap(([name, call]) => {
    try {
      const answer = call()
      // What asks the relay cannot have an answer here.
      if (answer instanceof Promise) answer.catch(() => {})
      return []
    } catch (error) {
      return `${name}: ${error}`
    }
  })
}
