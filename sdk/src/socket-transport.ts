import { SUBPROTOCOL } from './protocol/limits.ts'
import type { ServerFrame } from './protocol/server-frame.ts'
import { LOST, type OpenTransport } from './transport.ts'
import type { World } from './world.ts'

/** Frames over a WebSocket. */
export const socketTransport =
  (world: World, relay: string): OpenTransport =>
  ({ opened, frame, closed }) => {
    const socket = tryToOpen(world, `${relay.replace('http', 'ws')}/v1/socket`)
    if (!socket) return { send() {}, close: world.after(0, () => closed(LOST)) }
    socket.onopen = opened
    socket.onmessage = ({ data }) => {
      const heard = parseFrame(data)
      if (heard) frame(heard)
    }
    socket.onclose = ({ code }) => closed(code)
    return {
      send(value) {
        if (socket.readyState === 1) socket.send(JSON.stringify(value))
      },
      close() {
        socket.onopen = socket.onmessage = socket.onclose = null
        socket.close()
      }
    }
  }

function tryToOpen(world: World, url: string): WebSocket | undefined {
  try {
    return world.openSocket(url, SUBPROTOCOL)
  } catch {
    // Firefox throws where a Content-Security-Policy forbids it; the others fail later.
    return undefined
  }
}

function parseFrame(data: unknown): ServerFrame | undefined {
  try {
    return JSON.parse(String(data))
  } catch {
    return undefined
  }
}
