import { attempt } from './attempt.ts'
import type { ClientFrame } from './protocol/client-frame.ts'
import { SUBPROTOCOL } from './protocol/limits.ts'
import type { ServerFrame } from './protocol/server-frame.ts'
import { LOST, type OpenTransport, type TransportWorld } from './transport.ts'

const openSocket = (url: string, protocol: string) => new WebSocket(url, protocol)

/** Frames over a WebSocket. */
export const socketTransport =
  <Sent = ClientFrame, Heard = ServerFrame>(
    world: TransportWorld,
    relay: string,
    path = 'socket'
  ): OpenTransport<Sent, Heard> =>
  ({ opened, frame, closed }) => {
    const url = `${relay.replace('http', 'ws')}/v1/${path}`
    const open = world.openSocket ?? openSocket
    // Firefox throws where a Content-Security-Policy forbids it; the others fail later.
    const socket = attempt(() => open(url, SUBPROTOCOL))
    if (!socket) return { send() {}, close: world.after(0, () => closed(LOST)) }
    socket.onopen = opened
    socket.onmessage = ({ data }) => {
      const heard = attempt((): Heard => JSON.parse(data))
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
