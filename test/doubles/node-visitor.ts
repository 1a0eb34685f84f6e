// The SDK loads these when it needs them: a test is not about that.
import '../../sdk/src/http.ts'
import '../../sdk/src/poll-transport.ts'
import '../../sdk/src/tabs/tabs.ts'
import { WebSocket } from 'ws'
import { createClient } from '../../sdk/src/client.ts'
import { createChat } from '../../sdk/src/create-chat.ts'
import { browserWorld } from '../../sdk/src/world.ts'
import { recordChat } from './chat-record.ts'
import { memoryStorage } from './memory-storage.ts'

interface NodeVisitorOptions {
  relay: string
  site: string
  /** Of the site's pages. */
  origin: string
  /** Where the visitor is known from before: other tabs of the same browser. */
  storage?: Storage
  /** A network that refuses WebSockets. */
  onlyPolls?: boolean
}

/** The real SDK with an open chat, in Node: over the real network, and hardly waiting between two tries. */
export function openNodeVisitor(options: NodeVisitorOptions) {
  const { relay, site, origin, storage = memoryStorage(), onlyPolls = false } = options
  const askedFrom: typeof fetch = (input, init) => {
    const request = new Request(input, init)
    request.headers.set('origin', origin)
    return fetch(request)
  }
  const own = { key: site, relay, storage, language: 'en', fetch: askedFrom }
  const sdk = createClient(own, {
    ...browserWorld(own),
    random: () => 0.001,
    openSocket(url, protocol) {
      if (onlyPolls) throw new DOMException('Refused.', 'SecurityError')
      const socket = new WebSocket(url, protocol, { origin })
      // It closes after that: the SDK hears of it as it would in a browser.
      socket.on('error', () => {})
      return socket as unknown as globalThis.WebSocket
    }
  })
  const chat = createChat(sdk)
  const record = recordChat(chat)
  chat.open()
  return { sdk, chat, record, storage }
}

export type NodeVisitor = ReturnType<typeof openNodeVisitor>
