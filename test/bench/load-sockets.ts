import { once } from 'node:events'
import { WebSocket } from 'ws'
import { uuidV7 } from '../../relay/src/uuid-v7.ts'
import type { Load } from './load-process.ts'
import { openSession } from './session.ts'

/** What is noted of every message while the measuring runs, in milliseconds. */
export interface Clock {
  sentAt: Map<string, number>
  acks: number[]
  forwards: number[]
  isRunning: boolean
}

/** Somebody who writes. */
export interface Sender {
  /** Where the messages go; echoes have none. */
  conversation?: string
  send(): void
  whenAcked(then: () => void): void
}

/** A question of ordinary length, 200 bytes. */
const TEXT = 'Is the mug in stock, and could it be sent to Umeå before Friday? '.repeat(3)

/** A visitor of the site, greeted and ready to write. */
export async function openVisitor(load: Load, clock: Clock): Promise<Sender> {
  const { token, conversation } = await openSession(load.url, load)
  const socket = await open(`${load.url}/v1/socket`, load.origin)
  socket.send(JSON.stringify({ type: 'hello', token, since: 0, visible: false }))
  await once(socket, 'message')
  return { conversation, ...senderOver(socket, clock, 'ack') }
}

/** Somebody whose own words come back. */
export async function openEcho(load: Load, clock: Clock): Promise<Sender> {
  return senderOver(await open(load.url), clock, 'send')
}

/** An inbox that follows some conversations, and notes when each message reaches it. */
export async function openInbox(
  load: Load,
  clock: Clock,
  conversations: string[]
): Promise<WebSocket> {
  // An inbox that is no page of a browser has no origin.
  const socket = await open(`${load.url}/v1/agent/socket`)
  socket.send(JSON.stringify({ type: 'hello', token: load.agentToken }))
  await once(socket, 'message')
  for (const conversation of conversations) {
    socket.send(JSON.stringify({ type: 'watch', conversation, since: 0 }))
  }
  hear(socket, 'entries', frame => {
    const { entries } = frame as { entries: { cid?: string }[] }
    for (const { cid } of entries) if (cid) note(clock, clock.forwards, cid)
  })
  return socket
}

function senderOver(socket: WebSocket, clock: Clock, answer: string): Sender {
  let onAck = () => {}
  hear(socket, answer, frame => {
    note(clock, clock.acks, (frame as { cid: string }).cid)
    onAck()
  })
  return {
    send() {
      // Made of the time, as the SDK's are: what was made together lies together in the store.
      const cid = uuidV7(Date.now())
      clock.sentAt.set(cid, performance.now())
      socket.send(JSON.stringify({ type: 'send', cid, text: TEXT }))
    },
    whenAcked(then) {
      onAck = then
    }
  }
}

function note({ sentAt, isRunning }: Clock, times: number[], cid: string): void {
  const from = sentAt.get(cid)
  if (isRunning && from !== undefined) times.push(performance.now() - from)
}

/** Hears frames of one type. The others are not even parsed: the load must cost less than what it measures. */
function hear(socket: WebSocket, type: string, heard: (frame: unknown) => void): void {
  const beginning = `{"type":"${type}"`
  socket.on('message', data => {
    const text = String(data)
    if (text.startsWith('{"type":"error"')) throw new Error(`refused: ${text}`)
    if (text.startsWith(beginning)) heard(JSON.parse(text))
  })
}

async function open(url: string, origin?: string): Promise<WebSocket> {
  const socket = new WebSocket(url.replace('http', 'ws'), 'segue.v1', {
    perMessageDeflate: false,
    ...(origin ? { origin } : {})
  })
  await once(socket, 'open')
  return socket
}
