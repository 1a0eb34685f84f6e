import { once } from 'node:events'
import { SUBPROTOCOL } from '@segue/sdk/protocol'
import { WebSocket } from 'ws'
import { testAgent, testSite } from './relay.ts'

/** A frame as a test looks at it. */
// biome-ignore lint/suspicious/noExplicitAny: a test asks for what it expects, and fails when it is not there
export type Frame = Record<string, any>

/** The far end of a relay's socket: everything it said, and a way to wait for what it says next. */
export interface Wire {
  socket: WebSocket
  heard: Frame[]
  say(frame: object): void
  /** The first frame from here on, or already heard and not yet taken, that looks so. Taken frames are not given again. */
  next(look: Partial<Frame> | ((frame: Frame) => boolean)): Promise<Frame>
  /** How it ended. */
  closed: Promise<number>
}

interface WireOptions {
  path?: string
  origin?: string | undefined
  protocols?: string[]
  headers?: Record<string, string>
}

const looksLike = (look: Partial<Frame>) => (frame: Frame) =>
  Object.entries(look).every(([key, value]) => frame[key] === value)

/** Opens a socket on a relay. Rejects with the HTTP status when it is refused before the upgrade. */
export async function openWire(url: string, options: WireOptions = {}): Promise<Wire> {
  const { path = '/v1/socket', protocols = [SUBPROTOCOL], headers = {} } = options
  const origin = 'origin' in options ? options.origin : testSite.origin
  const socket = new WebSocket(url.replace('http', 'ws') + path, protocols, {
    headers,
    ...(origin === undefined ? {} : { origin })
  })
  const wire = listen(socket)
  await new Promise((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('unexpected-response', (_req, res) => reject(new Error(`HTTP ${res.statusCode}`)))
    socket.once('error', reject)
  })
  return wire
}

function listen(socket: WebSocket): Wire {
  const heard: Frame[] = []
  const taken = new Set<Frame>()
  const waiting = new Set<() => void>()
  const closed = once(socket, 'close').then(([code]) => Number(code))
  socket.on('message', data => {
    heard.push(JSON.parse(String(data)))
    for (const look of waiting) look()
  })
  socket.on('error', () => {})

  return {
    socket,
    heard,
    closed,
    say: frame => socket.send(JSON.stringify(frame)),
    next(look) {
      const fits = typeof look === 'function' ? look : looksLike(look)
      return new Promise((resolve, reject) => {
        const check = () => {
          const found = heard.find(frame => !taken.has(frame) && fits(frame))
          if (!found) return
          taken.add(found)
          waiting.delete(check)
          resolve(found)
        }
        waiting.add(check)
        check()
        void closed.then(code => reject(new Error(`closed with ${code}: ${describe(look, heard)}`)))
      })
    }
  }
}

const describe = (look: unknown, heard: Frame[]) =>
  `waited for ${JSON.stringify(look)}, heard ${heard.map(({ type }) => type).join(', ')}`

/** A JSON call as the site's page makes it. */
export async function pageCall(
  url: string,
  path: string,
  { token, ...options }: { body?: unknown; token?: string; origin?: string; method?: string } = {}
): Promise<{ status: number; headers: Headers; body: Frame }> {
  const { body, origin = testSite.origin, method = body === undefined ? 'GET' : 'POST' } = options
  const reply = await fetch(url + path, {
    method,
    headers: { origin, ...(token ? { authorization: `Bearer ${token}` } : {}) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) })
  })
  return { status: reply.status, headers: reply.headers, body: asJson(await reply.text()) }
}

const asJson = (text: string): Frame => (text ? JSON.parse(text) : {})

/** A JSON call as an agent's desk makes it. */
export async function agentCall(
  url: string,
  path: string,
  {
    body,
    token = testAgent.token,
    method
  }: { body?: unknown; token?: string; method?: string } = {}
): Promise<{ status: number; headers: Headers; body: Frame }> {
  const reply = await fetch(`${url}/v1/agent${path}`, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: { authorization: `Bearer ${token}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) })
  })
  return { status: reply.status, headers: reply.headers, body: asJson(await reply.text()) }
}

/** A visitor's session, as the page gets it. */
export async function openVisit(url: string, known: object = {}): Promise<Frame> {
  const { status, body } = await pageCall(url, '/v1/session', {
    body: { site: testSite.key, language: 'en', ...known }
  })
  if (status !== 200) throw new Error(`No session: ${status} ${JSON.stringify(body)}`)
  return body
}

/** A visitor with an open, visible widget: hello said, welcome heard. */
export async function openWidget(
  url: string,
  session?: Frame,
  hello: object = {}
): Promise<Wire & { visit: Frame }> {
  const visit = session ?? (await openVisit(url))
  const wire = await openWire(url)
  wire.say({ type: 'hello', token: visit.token, since: 0, visible: true, ...hello })
  await wire.next({ type: 'welcome' })
  return { ...wire, visit }
}

/** An agent's inbox that has signed in. */
export async function openDesk(url: string, token: string = testAgent.token): Promise<Wire> {
  const wire = await openWire(url, { path: '/v1/agent/socket', origin: undefined })
  wire.say({ type: 'hello', token })
  await wire.next({ type: 'welcome' })
  return wire
}
