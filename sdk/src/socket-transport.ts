import { attempt } from './attempt.ts'
import { SUBPROTOCOL } from './protocol/limits.ts'
import type { ServerFrame } from './protocol/server-frame.ts'
import { LOST, type OpenTransport } from './transport.ts'
import type { World } from './world.ts'

const openSocket = (url: string, protocol: string) => new WebSocket(url, protocol)

/** Frames over a WebSocket. */
export const socketTransport =
  (world: World, relay: string): OpenTransport =>
  ({ opened, frame, closed }) => {
    const url = `${relay.replace('http', 'ws')}/v1/socket`
    const open = world.openSocket ?? openSocket
    // Firefox throws where a Content-Security-Policy forbids it; the others fail later.
    const socket = attempt(() => open(url, SUBPROTOCOL))
    if (!socket) return { send() {}, close: world.after(0, () => closed(LOST)) }
    socket.onopen = opened
    socket.onmessage = ({ data }) => {
      const heard = attempt((): ServerFrame => JSON.parse(data))
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
