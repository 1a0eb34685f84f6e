import { WebSocket } from 'ws'

/** What to load, and how. Given as JSON in the first argument; the result is printed as JSON. */
export interface Load {
  /** `http://127.0.0.1:3000` */
  url: string
  /** `relay` speaks our wire to visitors and inboxes; `echo` sends the same bytes and waits for them to come back. */
  kind: 'relay' | 'echo'
  senders: number
  agents: number
  seconds: number
  /** Messages a second in all. Without it each sender sends its next as soon as its last is acknowledged. */
  rate?: number
  site: string
  origin: string
  agentToken: string
}

export interface LoadResult {
  acked: number
  forwarded: number
  seconds: number
  /** Milliseconds from sending to the acknowledgement, and to the inbox. */
  ack: { p50: number; p99: number }
  forward: { p50: number; p99: number }
}

const TEXT = 'Is the mug in stock, and could it be sent to Umeå before Friday? '.repeat(3)
const load: Load = JSON.parse(process.argv[2]!)
const sentAt = new Map<string, number>()
const acks: number[] = []
const forwards: number[] = []
let measuring = false

/** An inbox that is no page of a browser has no origin. */
const open = (path: string, origin?: string): Promise<WebSocket> =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(load.url.replace('http', 'ws') + path, 'segue.v1', {
      perMessageDeflate: false,
      ...(origin ? { origin } : {})
    })
    socket.once('open', () => resolve(socket))
    socket.once('error', reject)
  })

const note = (times: number[], cid: string) => {
  const from = sentAt.get(cid)
  if (from !== undefined && measuring) times.push(performance.now() - from)
}

async function openSession(): Promise<{ token: string; conversation: string }> {
  const response = await fetch(`${load.url}/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: load.origin },
    body: JSON.stringify({ site: load.site })
  })
  if (!response.ok) throw new Error(`session: ${response.status} ${await response.text()}`)
  return (await response.json()) as { token: string; conversation: string }
}

/** A visitor that can send, and says when a message was acknowledged. */
async function openSender(session: { token: string } | undefined) {
  const socket = await open(load.kind === 'relay' ? '/v1/socket' : '/', load.origin)
  let onAck: (() => void) | undefined
  const ready = new Promise<void>(resolve => {
    if (!session) return resolve()
    socket.send(JSON.stringify({ type: 'hello', token: session.token, since: 0, visible: false }))
    socket.on('message', data => {
      if (String(data).includes('"welcome"')) resolve()
    })
  })
  socket.on('message', data => {
    const frame = JSON.parse(String(data)) as { type: string; cid: string }
    if (frame.type === 'error') throw new Error(`refused: ${String(data)}`)
    if (frame.type !== 'ack' && !(load.kind === 'echo' && frame.type === 'send')) return
    note(acks, frame.cid)
    onAck?.()
  })
  await ready
  return {
    socket,
    send() {
      const cid = crypto.randomUUID()
      sentAt.set(cid, performance.now())
      socket.send(JSON.stringify({ type: 'send', cid, text: TEXT }))
    },
    whenAcked(then: () => void) {
      onAck = then
    }
  }
}

/** An inbox that follows some conversations, and notes when each message reaches it. */
async function openAgent(conversations: string[]): Promise<WebSocket> {
  const socket = await open('/v1/agent/socket')
  socket.send(JSON.stringify({ type: 'hello', token: load.agentToken }))
  await new Promise<void>(resolve => socket.once('message', () => resolve()))
  for (const conversation of conversations) {
    socket.send(JSON.stringify({ type: 'watch', conversation, since: 0 }))
  }
  socket.on('message', data => {
    const frame = JSON.parse(String(data)) as { type: string; entries?: { cid?: string }[] }
    if (frame.type !== 'entries') return
    for (const { cid } of frame.entries ?? []) if (cid) note(forwards, cid)
  })
  return socket
}

const percentile = (times: number[], share: number): number =>
  Math.round((times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? 0) * 100) / 100

const wait = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

async function run(): Promise<LoadResult> {
  const senders: Awaited<ReturnType<typeof openSender>>[] = []
  const conversations: string[] = []
  for (let n = 0; n < load.senders; n++) {
    const session = load.kind === 'relay' ? await openSession() : undefined
    if (session) conversations.push(session.conversation)
    senders.push(await openSender(session))
  }
  const agents: WebSocket[] = []
  for (let n = 0; load.kind === 'relay' && n < load.agents; n++) {
    agents.push(await openAgent(conversations.filter((_, at) => at % load.agents === n)))
  }

  let isOver = false
  let timer: NodeJS.Timeout | undefined
  if (load.rate) {
    let sent = 0
    const began = performance.now()
    timer = setInterval(() => {
      const due = Math.floor(((performance.now() - began) / 1000) * load.rate!)
      for (; sent < due; sent++) senders[sent % senders.length]!.send()
    }, 2)
  } else {
    for (const sender of senders) {
      sender.whenAcked(() => !isOver && sender.send())
      sender.send()
    }
  }
  await wait(1000)
  measuring = true
  const began = performance.now()
  await wait(load.seconds * 1000)
  measuring = false
  isOver = true
  clearInterval(timer)
  const seconds = (performance.now() - began) / 1000
  for (const { socket } of senders) socket.terminate()
  for (const socket of agents) socket.terminate()
  return {
    acked: acks.length,
    forwarded: forwards.length,
    seconds,
    ack: { p50: percentile(acks, 0.5), p99: percentile(acks, 0.99) },
    forward: { p50: percentile(forwards, 0.5), p99: percentile(forwards, 0.99) }
  }
}

console.info(JSON.stringify(await run()))
process.exit(0)
