import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type {
  ClientFrame,
  Entry,
  Greeting,
  OwnTalk,
  SearchHit,
  ServerFrame,
  SessionReply
} from '@segue/sdk/protocol'
import { SUBPROTOCOL } from '@segue/sdk/protocol'
import { type WebSocket, WebSocketServer } from 'ws'
import { tellScript } from '../../relay/src/gateway/site-script.ts'
import type { Built } from '../../widget/build-script.ts'
import { type Draft, entriesFrom } from './entries.ts'
import { anOffer, aSession } from './fake-chat.ts'
import { listen } from './listen.ts'
import { createRelayLog } from './relay-log.ts'

/** One request a page made: its path, and its body where it had one. */
export interface Heard {
  path: string
  body: Record<string, unknown>
}

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'authorization, content-type',
  'access-control-max-age': '600'
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = ''
  for await (const chunk of request) text += chunk
  return text && !/^image/.test(request.headers['content-type'] ?? '') ? JSON.parse(text) : {}
}

const talkOf = (id: string, more: Partial<OwnTalk>): OwnTalk => ({
  ...{ id, current: false, ended: false, takesWords: true, at: 1_763_377_200_000, unread: 0 },
  last: { text: 'It is back on Monday.', from: 'agent' },
  ...more
})

/** What of the one conversation there is holds these words. */
const hitsFor = (entries: readonly Entry[], words: string): SearchHit[] =>
  entries.flatMap(entry => {
    const from = entry.type === 'message' ? entry.text.indexOf(words) : -1
    if (entry.type !== 'message' || from < 0) return []
    const { seq, at, text } = entry
    return {
      conversation: 'earlier',
      seq,
      at,
      from: entry.from,
      text,
      found: [from, from + words.length]
    }
  })

/**
 * A relay on a port of its own for real pages: serves the widget as it was built, speaks the protocol with one
 * visitor, and says what a test lets it say.
 */
export async function startScriptedRelay(files: readonly Built[]) {
  const log = createRelayLog()
  const heard: Heard[] = []
  const frames: ClientFrame[] = []
  const sockets = new Set<WebSocket>()
  let session: Partial<SessionReply> = {}
  let greetings: Greeting[] = []
  let refusal: string | undefined
  let forbidden: string | undefined
  const { conversation } = log

  const publish = (frame: ServerFrame): void => {
    for (const socket of sockets) socket.send(JSON.stringify(frame))
  }

  const append = (...drafts: Draft[]): void => {
    const entries = entriesFrom(log.entries.length + 1, ...drafts)
    for (const { seq: _, ...draft } of entries) log.append(draft as never)
    publish({ type: 'entries', conversation, entries })
  }

  const answers: Record<string, (url: URL) => object | undefined> = {
    session: () => ({
      // Before anything is said there is none.
      ...aSession({ conversation: log.entries.length ? conversation : null }),
      ...{ secret: 's', token: 't' },
      ...session
    }),
    thread: ({ searchParams }) =>
      log.page(Number(searchParams.get('before') ?? Infinity), Number(searchParams.get('limit'))),
    conversations: () => ({
      items: [
        talkOf(conversation, { current: true, unread: 1 }),
        talkOf('earlier', { ended: true, takesWords: false })
      ]
    }),
    search: ({ searchParams }) => ({
      hits: hitsFor(log.entries, searchParams.get('q')!),
      more: false
    }),
    handoffs: () => anOffer('wa'),
    numbers: () => ({ id: 'handoff-number' }),
    mirror: () => ({}),
    transcript: () => ({}),
    rating: () => ({}),
    push: () => ({}),
    batch: () => ({}),
    greetings: () => ({ greetings }),
    files: ({ searchParams }) => ({
      ...{ id: 'f', mime: 'image/png', size: 68 },
      name: searchParams.get('name')
    })
  }

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url!, 'http://relay')
    const file = files.find(({ path }) => `/${path}` === url.pathname)
    const send = (status: number, type: string, body = '') =>
      response.writeHead(status, { ...CORS, 'content-type': type }).end(body)
    if (request.method === 'OPTIONS') return void send(204, 'text/plain')
    heard.push({ path: url.pathname, body: file ? {} : await bodyOf(request) })
    if (file) {
      const key = url.searchParams.get('site')
      const look = session.look ?? { name: 'Norrsken' }
      const code = key ? tellScript(file.code, { key, look }) : file.code
      return void send(200, 'text/javascript; charset=utf-8', code)
    }
    const name = url.pathname.split('/')[2] ?? ''
    if (forbidden && name === 'session') {
      const error = { code: 'forbidden', message: forbidden }
      return void send(403, 'application/json', JSON.stringify({ error }))
    }
    const reply = answers[name]?.(url)
    const status = reply ? (name === 'files' ? 201 : 200) : 404
    send(status, 'application/json', JSON.stringify(reply ?? { error: { code: name } }))
  }

  const hear = (socket: WebSocket, frame: ClientFrame): void => {
    frames.push(frame)
    const say = (answer: ServerFrame) => socket.send(JSON.stringify(answer))
    if (frame.type === 'probe') say({ type: 'pong' })
    if (frame.type === 'hello') {
      for (const reply of log.answerHello(frame)) say(reply)
      sockets.add(socket)
    }
    if (frame.type === 'send' && refusal) {
      say({ type: 'error', code: refusal, message: 'Refused.', cid: frame.cid })
    } else if (frame.type === 'send') {
      const { entry, isNew } = log.receive(frame)
      if (isNew) publish({ type: 'entries', conversation, entries: [entry] })
      say({ type: 'ack', cid: frame.cid, id: `m${entry.seq}`, conversation, seq: entry.seq })
    }
  }

  const server = createServer((request, response) => void answer(request, response))
  const upgrades = new WebSocketServer({ server, handleProtocols: () => SUBPROTOCOL })
  upgrades.on('connection', socket => {
    socket.on('message', data => hear(socket, JSON.parse(String(data))))
    socket.on('close', () => sockets.delete(socket))
  })
  const { url, close } = await listen(server)

  return {
    url,
    /** What pages asked for, in order. */
    heard,
    /** What is kept. */
    get entries() {
      return log.entries
    },
    /** What they said on their sockets. */
    frames,
    sockets,
    log,
    append,
    publish,
    /** What the next sessions are told beside the ordinary. */
    tell(more: Partial<SessionReply>) {
      session = more
    },
    /** With which code what visitors write is refused from now on, if it is. */
    refuse(code: string | undefined) {
      refusal = code
    },
    /** Why pages get no session from now on, if they do not. */
    forbid(why: string | undefined) {
      forbidden = why
    },
    /** What widgets that greet are told. */
    greet(more: Greeting[]) {
      greetings = more
    },
    async close() {
      for (const socket of upgrades.clients) socket.terminate()
      await close()
    }
  }
}

export type ScriptedRelay = Awaited<ReturnType<typeof startScriptedRelay>>
