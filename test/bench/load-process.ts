import type { WebSocket } from 'ws'
import { type Clock, openEcho, openInbox, openVisitor, type Sender } from './load-sockets.ts'

/** What to load, and how. Given as JSON in the first argument. */
export interface Load {
  /** `http://127.0.0.1:3000` */
  url: string
  /** `relay` speaks our wire to visitors and inboxes; `echo` sends the same bytes and waits for them to come back. */
  kind: 'relay' | 'echo'
  senders: number
  /** Inboxes that follow the senders' conversations, each its share of them. */
  inboxes: number
  seconds: number
  /** Messages a second in all. Without it each sender sends its next as soon as its last is acknowledged. */
  rate?: number
  site: string
  origin: string
  agentToken: string
}

/** Printed as JSON at the end. Before that, `"measuring"` is when the counting begins. */
export interface LoadResult {
  acked: number
  forwarded: number
  seconds: number
  /** Milliseconds from sending to the acknowledgement, and to the inbox. */
  ack: Percentiles
  forward: Percentiles
}

export interface Percentiles {
  p50: number
  p99: number
}

/** For the compiler, caches and connections: what comes first is slow and tells nothing. */
const WARM_UP_MS = 1000
/** Connections opened at a time. */
const AT_ONCE = 16

const wait = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

const percentiles = (times: number[]): Percentiles => {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => Math.round((sorted[Math.floor(sorted.length * share)] ?? 0) * 10)
  return { p50: at(0.5) / 10, p99: at(0.99) / 10 }
}

async function openSenders(load: Load, clock: Clock): Promise<Sender[]> {
  const open = load.kind === 'relay' ? openVisitor : openEcho
  const senders: Sender[] = []
  while (senders.length < load.senders) {
    const count = Math.min(AT_ONCE, load.senders - senders.length)
    senders.push(...(await Promise.all(Array.from({ length: count }, () => open(load, clock)))))
  }
  return senders
}

function openInboxes(load: Load, clock: Clock, senders: Sender[]): Promise<WebSocket[]> {
  const conversations = senders.flatMap(({ conversation }) => conversation ?? [])
  const shares = Array.from({ length: load.inboxes }, (_, n) =>
    conversations.filter((_, at) => at % load.inboxes === n)
  )
  return Promise.all(shares.map(share => openInbox(load, clock, share)))
}

/** Sends at a steady rate, each sender in turn. Gives back the stop. */
function sendSteadily(senders: Sender[], rate: number): () => void {
  const began = performance.now()
  let sent = 0
  const timer = setInterval(() => {
    const due = Math.floor(((performance.now() - began) / 1000) * rate)
    for (; sent < due; sent++) senders[sent % senders.length]!.send()
  }, 2)
  return () => clearInterval(timer)
}

/** Sends as fast as each sender is answered. Gives back the stop. */
function sendInTurn(senders: Sender[]): () => void {
  let isOver = false
  for (const sender of senders) {
    sender.whenAcked(() => !isOver && sender.send())
    sender.send()
  }
  return () => {
    isOver = true
  }
}

async function run(load: Load): Promise<LoadResult> {
  const clock: Clock = { sentAt: new Map(), acks: [], forwards: [], isRunning: false }
  const senders = await openSenders(load, clock)
  if (load.kind === 'relay') await openInboxes(load, clock, senders)
  const stop = load.rate ? sendSteadily(senders, load.rate) : sendInTurn(senders)
  await wait(WARM_UP_MS)
  console.info('"measuring"')
  clock.isRunning = true
  const began = performance.now()
  await wait(load.seconds * 1000)
  clock.isRunning = false
  stop()
  const { acks, forwards } = clock
  return {
    acked: acks.length,
    forwarded: forwards.length,
    seconds: (performance.now() - began) / 1000,
    ack: percentiles(acks),
    forward: percentiles(forwards)
  }
}

console.info(JSON.stringify(await run(JSON.parse(process.argv[2]!))))
process.exit(0)
