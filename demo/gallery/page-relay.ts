import type {
  ClientFrame,
  Entry,
  Greeting,
  ServerFrame,
  SessionReply,
  ThreadPage
} from '@segue/sdk'
import { OFFER, SESSION } from './page-relay-answers.ts'
import type { Draft } from './talk.ts'

/** What one call gets instead of its answer: a refusal, or silence. */
type Fault = { status: number; code: string } | 'silence'

const json = (body: object, status = 200) => Response.json(body, { status })

/** A relay inside the page: the widget speaks its wire to it, and nothing leaves the page. */
export function createPageRelay() {
  const entries: Entry[] = []
  const lines = new Set<(frame: ServerFrame) => void>()
  const faults = new Map<string, Fault>()
  const conversation = 'gallery'
  let session: Partial<SessionReply> = {}
  let isReachable = true

  const number = (...drafts: Draft[]): Entry[] => {
    const numbered = drafts.map((draft, n) => ({ ...draft, seq: entries.length + n + 1 }) as Entry)
    entries.push(...numbered)
    return numbered
  }
  const publish = (frame: ServerFrame) => {
    for (const say of lines) say(frame)
  }

  const page = (before: number, limit: number): ThreadPage => {
    const older = entries.filter(({ seq }) => seq < before)
    const part = older.slice(-limit)
    const earlier = older.length > part.length
    return { conversation, seq: entries.length, entries: part, earlier }
  }

  const answers: Record<string, (url: URL) => object> = {
    session: () => ({ ...SESSION, conversation: entries.length ? conversation : null, ...session }),
    thread: ({ searchParams }) =>
      page(Number(searchParams.get('before') ?? Infinity), Number(searchParams.get('limit') ?? 50)),
    handoffs: () => OFFER,
    numbers: () => ({ id: 'handoff-2' })
  }

  const hear = (frame: ClientFrame, say: (frame: ServerFrame) => void): void => {
    if (frame.type === 'probe') say({ type: 'pong' })
    if (frame.type === 'hello') {
      const missed = entries.slice(frame.since)
      const seq = entries.length
      say({ type: 'welcome', conversation: seq ? conversation : null, seq, replay: missed.length })
      if (missed.length) say({ type: 'entries', conversation, entries: missed })
    }
    if (frame.type === 'send' && !faults.has('send')) {
      const { cid, text } = frame
      const id = `v${entries.length + 1}`
      const on = { account: 'web', network: 'web' }
      const kept = number({ type: 'message', at: Date.now(), id, cid, from: 'visitor', text, on })
      say({ type: 'entries', conversation, entries: kept })
      say({ type: 'ack', cid, id, conversation, seq: kept[0]!.seq })
    }
    const fault = frame.type === 'send' && faults.get('send')
    if (fault && fault !== 'silence') {
      say({ type: 'error', code: fault.code, message: fault.code, cid: frame.cid })
    }
  }

  return {
    /** What every session is told beside the ordinary. */
    tell(more: Partial<SessionReply>) {
      session = { ...session, ...more }
    },
    greet(greetings: Greeting[]) {
      answers.greetings = () => ({ greetings })
    },
    /** What these calls are answered with from now on. */
    answer(call: string, reply: object) {
      answers[call] = () => reply
    },
    /** What was said before the visitor came. */
    keep: (...drafts: Draft[]) => void number(...drafts),
    /** Something happens now. */
    say: (...drafts: Draft[]) =>
      publish({ type: 'entries', conversation, entries: number(...drafts) }),
    publish,
    /** What these calls get from now on: `session`, `handoffs`, `files`, `send`, … */
    fail(call: string, fault: Fault) {
      faults.set(call, fault)
    },
    /** Whether it can be reached at all. */
    reach(is: boolean) {
      isReachable = is
    },
    isReachable: () => isReachable,
    faultOf: (call: string) => faults.get(call),
    /** Opens a line. Returns what hears its client, and ends it. */
    open(say: (frame: ServerFrame) => void) {
      lines.add(say)
      return {
        hear: (frame: ClientFrame) => hear(frame, say),
        end: () => void lines.delete(say)
      }
    },
    async fetch(input: string | URL | Request): Promise<Response> {
      const url = new URL(input instanceof Request ? input.url : input)
      const call = url.pathname.split('/')[2] ?? ''
      const fault = faults.get(call)
      if (!isReachable) throw new TypeError('Failed to fetch')
      if (fault === 'silence') return new Promise(() => {})
      if (fault) return json({ error: { code: fault.code, message: fault.code } }, fault.status)
      return json(answers[call]?.(url) ?? {})
    }
  }
}

export type PageRelay = ReturnType<typeof createPageRelay>
