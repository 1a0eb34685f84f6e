import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { extname, join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { createFakeLine } from './fake-agent-line.ts'
import { answer, type FakeCall } from './fake-agent-routes.ts'
import { createFakeDesk, type FakeDesk } from './fake-desk.ts'
import { FakeRefusal, upload } from './fake-desk-acts.ts'
import { listen } from './listen.ts'

const TOKEN = 'agent-token'

/** The policy the relay serves the inbox with, in its strictest form. */
const POLICY =
  "default-src 'self'; connect-src 'self' ws: wss:; img-src 'self' blob: data:; style-src 'self'"

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml'
}

async function sendFile(response: ServerResponse, folder: string, path: string): Promise<void> {
  const name = path.replace(/^\/inbox\//, '') || 'index.html'
  const bytes = await readFile(join(folder, name))
  const type = TYPES[extname(name)] ?? 'application/octet-stream'
  response.writeHead(200, { 'content-type': type, 'content-security-policy': POLICY })
  response.end(bytes)
}

/** How the double can be bent. */
interface Bends {
  /** Whether anything is answered at all. */
  reachable: boolean
  /** Frames are lost on the way to the inbox. */
  losing: boolean
  /** Awaited before each answer. */
  before(call: FakeCall): Promise<void>
  /** A status, to refuse a call with in place of the API's own answer. */
  refusing(call: FakeCall): number | undefined
}

interface Api {
  desk: FakeDesk
  is: Bends
  calls: FakeCall[]
  pageSize: number
}

async function callApi({ desk, is, calls, pageSize }: Api, request: IncomingMessage) {
  if (request.headers.authorization !== `Bearer ${TOKEN}`) {
    throw new FakeRefusal(401, 'unauthorized', 'This token is not known here.')
  }
  const raw = await buffer(request)
  const { method = '', url: path = '', headers } = request
  const isFile = path.startsWith('/v1/agent/files')
  const body = isFile ? raw.length : raw.length > 0 ? JSON.parse(raw.toString()) : undefined
  const call = { method, path, body }
  calls.push(call)
  await is.before(call)
  const refused = is.refusing(call)
  if (refused) throw new FakeRefusal(refused, 'refused', 'The test refuses this.')
  if (!isFile) return answer(desk, call, pageSize)
  const name = decodeURIComponent(String(headers['x-file-name']))
  return upload(name, String(headers['content-type']), raw.length)
}

/**
 * A relay as an inbox sees it: the company API, its socket, and the inbox built into `folder`, under the strict policy.
 * Bend it through `is`; `desk` makes things happen.
 */
export async function startFakeAgentApi({ folder = '', pageSize = 30 } = {}) {
  const is: Bends = {
    reachable: true,
    losing: false,
    before: async () => undefined,
    refusing: () => undefined
  }
  const api: Api = { desk: createFakeDesk(), is, calls: [], pageSize }
  const { desk, calls } = api
  const line = createFakeLine({ token: TOKEN, desk, isLosing: () => is.losing })

  const http = createServer(async (request, response) => {
    if (!is.reachable) return void request.socket.destroy()
    try {
      const { pathname } = new URL(request.url ?? '', 'http://relay.test')
      if (pathname.startsWith('/inbox/')) return await sendFile(response, folder, pathname)
      const body = await callApi(api, request)
      response.writeHead(body === undefined ? 204 : 200, { 'content-type': 'application/json' })
      response.end(body === undefined ? undefined : JSON.stringify(body))
    } catch (error) {
      const { status = 404, code = 'not_found', message = '' } = error as Partial<FakeRefusal>
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ error: { code, message } }))
    }
  })
  http.on('upgrade', (request, socket, head) => {
    if (!is.reachable) return void socket.destroy()
    const { server } = line
    server.handleUpgrade(request, socket, head, own => server.emit('connection', own, request))
  })

  const { url, close } = await listen(http)
  return {
    url,
    token: TOKEN,
    desk,
    calls,
    line,
    is,
    async close() {
      line.cut()
      await close()
    }
  }
}

export type FakeAgentApi = Awaited<ReturnType<typeof startFakeAgentApi>>
