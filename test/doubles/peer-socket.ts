import type { ClientFrame, ServerFrame } from '@segue/sdk/protocol'

/** The relay's end of one socket in memory. */
export interface PeerSocket {
  readonly isOpen: boolean
  say(frame: ServerFrame): void
  /** 1006: cut without a word. */
  end(code?: number): void
}

export interface PeerSocketOptions {
  /** Does it open at all? `never`: neither opens nor fails. */
  accepts: 'yes' | 'no' | 'never'
  /** So many frames pass, counted both ways; the next one is lost and the socket with it. */
  frames: number
  heard(frame: ClientFrame, socket: PeerSocket): void
  ended(socket: PeerSocket): void
}

type Handlers = Pick<WebSocket, 'onopen' | 'onmessage' | 'onclose'>

/** Both ends of a WebSocket without a network. Everything arrives a moment later and in order. */
export function createSocketPair(options: PeerSocketOptions): [WebSocket, PeerSocket] {
  const client = { readyState: 0, onopen: null, onmessage: null, onclose: null, send, close }
  const handlers: Handlers = client
  let left = options.frames

  const later = (run: () => void) => void Promise.resolve().then(run)

  const end = (code = 1006) => {
    if (client.readyState === 3) return
    client.readyState = 3
    options.ended(peer)
    later(() => handlers.onclose?.call(client as never, { code } as CloseEvent))
  }

  /** True as long as the connection holds. */
  const pass = () => {
    if (client.readyState !== 1) return false
    if (left-- > 0) return true
    end()
    return false
  }

  const peer: PeerSocket = {
    get isOpen() {
      return client.readyState === 1
    },
    say(frame) {
      const data = JSON.stringify(frame)
      if (pass()) later(() => handlers.onmessage?.call(client as never, { data } as MessageEvent))
    },
    end
  }

  function send(raw: string) {
    if (pass()) later(() => client.readyState === 1 && options.heard(JSON.parse(raw), peer))
  }

  function close() {
    client.readyState = 3
    options.ended(peer)
  }

  if (options.accepts === 'no') later(() => end())
  if (options.accepts === 'yes') {
    later(() => {
      if (client.readyState !== 0) return
      client.readyState = 1
      handlers.onopen?.call(client as never, {} as Event)
    })
  }
  return [client as unknown as WebSocket, peer]
}
