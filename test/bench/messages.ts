import { once } from 'node:events'
import { WebSocket } from 'ws'
import { type BenchServer, runLoad, startServer } from './child.ts'
import type { Load, LoadResult } from './load-process.ts'

export const ORIGIN = 'http://127.0.0.1:4599'
const SECONDS = 4
const IDLE = 1000

const loadOf = (url: string, kind: Load['kind'], more: Partial<Load>): Load => ({
  url,
  kind,
  senders: 64,
  agents: 8,
  seconds: SECONDS,
  site: 'bench',
  origin: ORIGIN,
  agentToken: 'agent-token-of-the-bench',
  ...more
})

export interface Throughput {
  senders: number
  durable: LoadResult
  storeless: LoadResult
  echo: LoadResult
}

/** Messages acknowledged and forwarded a second, by the relay, by the relay without its store, and by a bare echo, in turn. */
export async function measureThroughput(senders: number): Promise<Throughput> {
  const run = async (server: BenchServer, kind: Load['kind']) => {
    try {
      return await runLoad(loadOf(server.url, kind, { senders }))
    } finally {
      server.stop()
    }
  }
  return {
    senders,
    durable: await run(await startServer('relay-process.ts', 'sqlite', ORIGIN), 'relay'),
    storeless: await run(await startServer('relay-process.ts', 'memory', ORIGIN), 'relay'),
    echo: await run(await startServer('echo-process.ts'), 'echo')
  }
}

/** Delays at a steady 2,000 messages a second. */
export async function measureDelay(): Promise<LoadResult> {
  const server = await startServer('relay-process.ts', 'sqlite', ORIGIN)
  try {
    return await runLoad(loadOf(server.url, 'relay', { senders: 500, rate: 2000 }))
  } finally {
    server.stop()
  }
}

/** Bytes one more idle connection costs: a visitor of the relay, and a bare socket. */
export async function measureIdle(): Promise<{ relay: number; bare: number }> {
  const relay = await startServer('relay-process.ts', 'sqlite', ORIGIN)
  const bare = await startServer('echo-process.ts')
  try {
    return { relay: await costOfIdle(relay, true), bare: await costOfIdle(bare, false) }
  } finally {
    relay.stop()
    bare.stop()
  }
}

async function costOfIdle(server: BenchServer, isRelay: boolean): Promise<number> {
  const sockets: WebSocket[] = []
  const open = async (count: number) => {
    for (let n = 0; n < count; n++) sockets.push(await openIdle(server, isRelay))
  }
  // The first ones warm up what is paid for once.
  await open(IDLE / 4)
  const before = await server.memory()
  await open(IDLE)
  const after = await server.memory()
  for (const socket of sockets) socket.terminate()
  return (after - before) / IDLE
}

async function openIdle({ url }: BenchServer, isRelay: boolean): Promise<WebSocket> {
  const path = isRelay ? '/v1/socket' : '/'
  const socket = new WebSocket(url.replace('http', 'ws') + path, 'segue.v1', { origin: ORIGIN })
  await once(socket, 'open')
  if (!isRelay) return socket
  const { token } = await openSession(url)
  socket.send(JSON.stringify({ type: 'hello', token, since: 0, visible: false }))
  await once(socket, 'message')
  return socket
}

/** A visitor of the bench's site. */
export async function openSession(
  url: string
): Promise<{ token: string; visitor: string; secret: string }> {
  const reply = await fetch(`${url}/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: ORIGIN },
    body: JSON.stringify({ site: 'bench' })
  })
  return (await reply.json()) as { token: string; visitor: string; secret: string }
}
