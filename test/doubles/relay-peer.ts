import type {
  Batch,
  ClientFrame,
  IngestReply,
  ServerFrame,
  SessionReply,
  TrackedEvent
} from '@segue/sdk/protocol'
import { createPolls } from './peer-polls.ts'
import { createSocketPair, type PeerSocket } from './peer-socket.ts'
import { createRelayLog } from './relay-log.ts'

/** One HTTP call a page made. */
export interface PeerCall {
  method: string
  path: string
  search: string
  headers: Headers
  body: Record<string, unknown>
}

type Answer = Response | Record<string, unknown> | undefined

/** Where frames go back to, whatever carries them. */
interface Way {
  say(frame: ServerFrame): void
}

const MINUTE = 60_000

/**
 * A relay in memory, as one visitor's page sees it: it keeps a log, answers as the protocol says, and writes
 * down what it heard. Tests bend it through `is`, `answers` and `hears`.
 */
export function createRelayPeer() {
  const log = createRelayLog()
  const heard: ClientFrame[] = []
  const calls: PeerCall[] = []
  const live = new Set<Way>()
  const sockets: PeerSocket[] = []
  const polls = createPolls()
  const events = new Map<string, TrackedEvent>()
  let sessions = 0

  const is = {
    /** Do sockets open? */
    sockets: 'yes' as 'yes' | 'no' | 'never',
    /** Is there a network? */
    reachable: true,
    /** So many frames each next socket carries before it is cut. */
    frames: [] as number[],
    /** What becomes of each next poll: it is lost on its way there, or its answer on the way back. */
    polls: [] as ('fine' | 'unheard' | 'unanswered')[]
  }

  const publish = (frame: ServerFrame) => {
    for (const way of live) way.say(frame)
  }

  const hear = (frame: ClientFrame, way: Way) => {
    heard.push(frame)
    if (peer.hears(frame, way)) return
    if (frame.type === 'probe') way.say({ type: 'pong' })
    if (frame.type === 'hello') {
      for (const answer of log.answerHello(frame)) way.say(answer)
      live.add(way)
    }
    if (frame.type === 'send') {
      const { entry, isNew } = log.receive(frame)
      const { conversation } = log
      if (isNew) publish({ type: 'entries', conversation, entries: [entry] })
      way.say({ type: 'ack', cid: frame.cid, id: `m${entry.seq}`, conversation, seq: entry.seq })
    }
  }

  const session = (known: unknown): SessionReply => {
    sessions += 1
    return {
      ...(known ? { visitor: String(known) } : { visitor: `v${sessions}`, secret: `s${sessions}` }),
      token: `t${sessions}`,
      expires: Date.now() + 15 * MINUTE,
      conversation: log.conversation,
      look: { name: 'Shop' },
      ways: []
    }
  }

  const answers: Record<string, (call: PeerCall) => Answer | Promise<Answer>> = {
    session: ({ body }) => session(body.visitor),
    thread: ({ search }) => {
      const asked = new URLSearchParams(search)
      return log.page(Number(asked.get('before') ?? Infinity), Number(asked.get('limit') ?? 100))
    },
    batch: ({ body }) => keepBatch(events, body as unknown as Batch),
    async poll({ body }) {
      const fate = is.polls.shift()
      if (fate === 'unheard') throw new TypeError('Failed to fetch')
      const answer = await polls.answer(body, hear)
      if (fate === 'unanswered') throw new TypeError('Failed to fetch')
      return answer
    }
  }

  const peer = {
    /** What was tracked, each once, by `messageId`. */
    events,
    log,
    heard,
    calls,
    sockets,
    is,
    answers,
    /** Answers a frame in its own way; true keeps the ordinary answer back. */
    hears: (_frame: ClientFrame, _way: Way): boolean => false,
    /** Says it to every page that has been welcomed. */
    publish,
    /** Somebody says something. */
    message(from: 'agent' | 'visitor' | 'bot' | 'system', text: string) {
      const entry = log.message(from, text)
      publish({ type: 'entries', conversation: log.conversation, entries: [entry] })
      return entry
    },
    /** Ends every connection. */
    cut(code?: number) {
      live.clear()
      polls.clear()
      for (const socket of sockets) socket.end(code)
    },
    openSocket() {
      const [client, socket] = createSocketPair({
        accepts: is.reachable ? is.sockets : 'no',
        frames: is.frames.shift() ?? Infinity,
        heard: hear,
        ended: ended => void live.delete(ended)
      })
      sockets.push(socket)
      return client
    },
    async fetch(input: string | URL | Request, init?: RequestInit): Promise<Response> {
      const request = new Request(input, init)
      request.signal.throwIfAborted()
      const { pathname, search } = new URL(request.url)
      const path = pathname.replace('/v1/', '')
      const body = request.method === 'GET' ? {} : JSON.parse((await request.text()) || '{}')
      const call = { method: request.method, path, search, headers: request.headers, body }
      calls.push(call)
      if (!is.reachable) throw new TypeError('Failed to fetch')
      const answer = await untilAborted(answers[path]?.(call), request.signal)
      if (answer instanceof Response) return answer
      return answer ? Response.json(answer) : new Response(null, { status: 404 })
    }
  }
  return peer
}

export type RelayPeer = ReturnType<typeof createRelayPeer>

/** Keeps each event once, and says which of those asked about are missing. */
export function keepBatch(events: Map<string, TrackedEvent>, { batch, sent }: Batch): IngestReply {
  const known = events.size
  for (const event of batch as TrackedEvent[]) {
    if (!events.has(event.messageId)) events.set(event.messageId, event)
  }
  const missing = sent?.filter(id => !events.has(id))
  const stored = events.size - known
  return { success: true, stored, refused: [], ...(missing && { missing }) }
}

/** A refusal as the relay words it. */
export const refusal = (status: number, code: string, headers: HeadersInit = {}): Response =>
  Response.json({ error: { code, message: `Refused: ${code}` } }, { status, headers })

function untilAborted<Value>(value: Value | Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason))
    Promise.resolve(value).then(resolve, reject)
  })
}
