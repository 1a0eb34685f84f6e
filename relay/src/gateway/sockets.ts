import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { closeCodes, MAX_FRAME_BYTES, SUBPROTOCOL } from '@segue/sdk/protocol'
import { type WebSocket, WebSocketServer } from 'ws'
import { createAgentPeer } from './agent-peer.ts'
import { createHeartbeat } from './heartbeat.ts'
import { type Line, openLine } from './line.ts'
import { allOrigins, mayBeDesk, originOf } from './origins.ts'
import type { Peer, Receiver } from './peer.ts'
import type { Rim } from './rim.ts'
import { createTally } from './tally.ts'
import { createVisitorPeer } from './visitor-peer.ts'

/** Every WebSocket of this relay. */
export interface Sockets {
  /** Answers a request to upgrade, one way or the other. */
  upgrade(req: IncomingMessage, socket: Duplex, head: Buffer): void
  /** Open connections, by kind. */
  count(): Record<Kind, number>
  /** Takes no more, deals with what was read, and closes every socket: come back, the relay is restarting. */
  close(): Promise<void>
}

type Kind = 'visitor' | 'agent'

const KINDS = new Map<string, Kind>([
  ['/v1/socket', 'visitor'],
  ['/v1/agent/socket', 'agent']
])

export function createSockets(rim: Rim, ipOf: (req: IncomingMessage) => string): Sockets {
  const server = newServer()
  const heartbeat = createHeartbeat(rim.timing.pingMs)
  const lines = { visitor: new Set<Line>(), agent: new Set<Line>() }
  const mayPass = passCheck(rim)
  const mayConnect = connectCheck(rim)
  let isClosing = false

  const serve = (socket: WebSocket, req: IncomingMessage, kind: Kind) => {
    prepare(rim, socket)
    if (socket.protocol !== SUBPROTOCOL) return socket.close(closeCodes.noCommonVersion.code)
    const leave = mayConnect(ipOf(req))
    if (!leave) return socket.close(closeCodes.tooMany.code, 'tooMany')
    const line = openLine(rim, { socket, wire: req.socket }, listenerFor(rim, req, kind))
    const rest = heartbeat.add(line.beat)
    lines[kind].add(line)
    socket.on('close', () => {
      leave()
      rest()
      lines[kind].delete(line)
    })
  }

  return {
    upgrade(req, socket, head) {
      const kind = KINDS.get(URL.parse(req.url ?? '', 'http://relay')?.pathname ?? '')
      if (isClosing) return refuse(socket, '503 Service Unavailable')
      if (!kind) return refuse(socket, '404 Not Found')
      if (!mayPass[kind](req)) return refuse(socket, '403 Forbidden')
      server.handleUpgrade(req, socket, head, opened => serve(opened, req, kind))
    },
    count: () => ({ visitor: lines.visitor.size, agent: lines.agent.size }),
    async close() {
      isClosing = true
      heartbeat.stop()
      const all = [...lines.visitor, ...lines.agent]
      await Promise.all(all.map(line => line.finish('restarting')))
    }
  }
}

const newServer = () =>
  new WebSocketServer({
    noServer: true,
    clientTracking: false,
    // Frames are small, and a compressor for each connection is not.
    perMessageDeflate: false,
    maxPayload: MAX_FRAME_BYTES,
    // Without a version in common it is accepted all the same: a browser shows no close code of a refused handshake.
    handleProtocols: offered => (offered.has(SUBPROTOCOL) ? SUBPROTOCOL : [...offered][0]!)
  })

function prepare({ meter, log }: Rim, socket: WebSocket): void {
  const close = socket.close.bind(socket)
  // The library closes on an oversized frame with 1009, which reads like an accident. Ours says not to try again.
  socket.close = (code, reason) =>
    code === 1009 ? close(closeCodes.tooLarge.code, 'tooLarge') : close(code, reason)
  // Broken frames and resets end a socket by themselves: 'close' follows.
  socket.on('error', error => log.debug('a socket broke', { reason: error.name }))
  socket.on('close', code => meter.countClosed(code))
}

const listenerFor =
  (rim: Rim, req: IncomingMessage, kind: Kind) =>
  (peer: Peer<object>): Receiver =>
    kind === 'agent' ? createAgentPeer(rim, peer) : createVisitorPeer(rim, peer, originOf(req))

/** Which pages may open which kind of socket. Whose token it is comes later. */
function passCheck({ ports }: Rim): Record<Kind, (req: IncomingMessage) => boolean> {
  const pages = allOrigins(ports.sites)
  const own = new URL(ports.publicUrl).origin
  return {
    visitor: req => [own, ...pages].includes(originOf(req)),
    agent: req => mayBeDesk(req, ports.publicUrl)
  }
}

/** Counts connections by IP address: a way to leave again, or undefined when there are too many. */
function connectCheck({ ports, limits }: Rim): (ip: string) => (() => void) | undefined {
  const open = createTally()
  return ip => {
    const isTooOften = !ports.allow(`connect:${ip}`, limits.connectsPerMinute, 60_000)
    if (isTooOften || open.of(ip) >= limits.connectionsPerIp) return undefined
    open.add(ip, 1)
    return () => open.add(ip, -1)
  }
}

function refuse(socket: Duplex, status: string): void {
  socket.on('error', () => socket.destroy())
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
