import { once } from 'node:events'
import { WebSocket } from 'ws'
import { type BenchServer, type ServerKind, startServer } from './child.ts'
import { openSession } from './session.ts'
import { ORIGIN, SITE } from './site.ts'

const COUNT = 1000

/** Bytes one more idle connection costs a server: a visitor of the relay, or a bare socket. */
export async function measureIdle(kind: Extract<ServerKind, 'durable' | 'echo'>): Promise<number> {
  const server = await startServer(kind, ORIGIN)
  const open = kind === 'echo' ? openBare : openVisitor
  const sockets: WebSocket[] = []
  const openMore = async (count: number) => {
    for (let n = 0; n < count; n++) sockets.push(await open(server))
  }
  try {
    // The first ones warm up what is paid for once.
    await openMore(COUNT / 4)
    const before = await server.ask('memory')
    await openMore(COUNT)
    return ((await server.ask('memory')) - before) / COUNT
  } finally {
    for (const socket of sockets) socket.terminate()
    server.stop()
  }
}

async function openBare({ url }: BenchServer, path = ''): Promise<WebSocket> {
  const socket = new WebSocket(url.replace('http', 'ws') + path, 'segue.v1', { origin: ORIGIN })
  await once(socket, 'open')
  return socket
}

async function openVisitor(server: BenchServer): Promise<WebSocket> {
  const { token } = await openSession(server.url, { site: SITE, origin: ORIGIN })
  const socket = await openBare(server, '/v1/socket')
  socket.send(JSON.stringify({ type: 'hello', token, since: 0, visible: false }))
  await once(socket, 'message')
  return socket
}
