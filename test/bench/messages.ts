import { type BenchServer, runLoad, type ServerKind, startServer } from './child.ts'
import type { Load, Percentiles } from './load-process.ts'
import { AGENT_TOKEN, ORIGIN, SITE } from './site.ts'

const TURNS = 3
const SECONDS = 2

/** What one server did under load. */
export interface Throughput {
  /** Messages a second. */
  acked: number
  forwarded: number
  ack: Percentiles
  forward: Percentiles
  /** Microseconds of the server's processor time for a message. */
  cpu: number
}

/**
 * Messages a second that a relay, one without its store, and a bare echo can take from so many senders.
 * All three take turns, so that a busy machine is unfair to none; each figure is the median of the turns.
 */
export async function measureThroughput(senders: number): Promise<Record<ServerKind, Throughput>> {
  const turns: Record<ServerKind, Throughput[]> = { durable: [], storeless: [], echo: [] }
  const kinds = Object.keys(turns) as ServerKind[]
  const servers = await Promise.all(kinds.map(kind => startServer(kind, ORIGIN)))
  try {
    for (let turn = 0; turn < TURNS; turn++) {
      for (const [at, kind] of kinds.entries()) {
        turns[kind].push(await load(servers[at]!, kind, { senders, seconds: SECONDS }))
      }
    }
  } finally {
    for (const server of servers) server.stop()
  }
  const median = (kind: ServerKind) =>
    turns[kind].toSorted((a, b) => a.acked - b.acked)[TURNS >> 1]!
  return { durable: median('durable'), storeless: median('storeless'), echo: median('echo') }
}

/** Delays at a steady 2,000 messages a second over 500 sockets. */
export async function measureDelay(): Promise<Throughput> {
  const server = await startServer('durable', ORIGIN)
  try {
    return await load(server, 'durable', { senders: 500, rate: 2000, seconds: 4 })
  } finally {
    server.stop()
  }
}

async function load(
  server: BenchServer,
  kind: ServerKind,
  more: Pick<Load, 'senders' | 'rate' | 'seconds'>
): Promise<Throughput> {
  const { seconds, cpu, ...result } = await runLoad(server, {
    kind: kind === 'echo' ? 'echo' : 'relay',
    ...{ inboxes: 8, site: SITE, origin: ORIGIN, agentToken: AGENT_TOKEN },
    ...more
  })
  const { acked, forwarded } = result
  return { ...result, acked: acked / seconds, forwarded: forwarded / seconds, cpu: cpu / acked }
}
