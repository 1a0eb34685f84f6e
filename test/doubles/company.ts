import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { type Networks, startNetworks } from '../../demo/networks/networks.ts'
import type { Template } from '../../demo/networks/whatsapp/message-rules.ts'
import { listen } from './listen.ts'

/** One webhook call, as a company got it. */
export interface Got {
  path: string
  headers: NodeJS.Dict<string | string[]>
  body: string
}

/** A company with accounts at both networks, that keeps every call it gets. */
export interface Company {
  networks: Networks
  calls: Got[]
  /** Its own files are at `/files/`: there is only `mug.png`. */
  url: string
  /** What it answers: 200 and nothing, unless told. */
  answers(answer: (call: Got) => { status: number; type?: string; body?: string } | 'drop'): void
  /** Waits for a look at the calls to find something. */
  got<T>(look: (calls: Got[]) => T | undefined | false): Promise<T>
  /** A call to Meta's API, signed in. */
  meta(path: string, body?: unknown, token?: string): Promise<Response>
  /** A call to Twilio's API, signed in. */
  twilio(path: string, form?: Record<string, string>, token?: string): Promise<Response>
  close(): Promise<void>
}

export const WHATSAPP = {
  phoneNumberId: '106540352242922',
  number: '+46766000000',
  accessToken: 'meta-token',
  appSecret: 'meta-secret',
  verifyToken: 'meta-verify',
  name: 'Norrsken'
}

export const TWILIO = {
  accountSid: 'AC00000000000000000000000000000000',
  authToken: '12345',
  from: '+46766000001'
}

export const MAJA = '+46700000001'
export const OLA = '+46700000002'

const FAST = {
  sentMs: 0,
  deliveredMs: 0,
  retryMs: 5,
  lateMs: 80,
  shuffleMs: 80,
  repeatMs: 20
}

/** A picture's first bytes. */
export const MUG = new Uint8Array([137, 80, 78, 71])

/** Opens a company and starts the networks for it. */
export async function openCompany({
  templates,
  seed
}: {
  templates?: Template[]
  seed?: string
} = {}): Promise<Company> {
  const calls: Got[] = []
  const looks = new Set<() => void>()
  let answer: Parameters<Company['answers']>[0] = () => ({ status: 200 })

  const server = createServer(async (req, res) => {
    const url = new URL(req.url ?? '/', 'http://company')
    if (url.pathname === '/files/mug.png')
      return res.setHeader('content-type', 'image/png').end(MUG)
    if (url.pathname.startsWith('/files/')) return res.writeHead(404).end()
    if (req.method === 'GET') return res.end(challengeIn(url))
    const call = { path: req.url ?? '', headers: req.headers, body: await text(req) }
    calls.push(call)
    for (const look of looks) look()
    const given = answer(call)
    if (given === 'drop') return req.socket.destroy()
    res.writeHead(given.status, given.type ? { 'content-type': given.type } : {})
    return res.end(given.body)
  })
  const { url, close } = await listen(server)
  const networks = await startNetworks({
    pace: FAST,
    ...(seed && { seed }),
    whatsapp: {
      ...WHATSAPP,
      webhook: `${url}/hooks/whatsapp`,
      ...(templates && { templates })
    },
    twilio: { ...TWILIO, webhook: `${url}/hooks/sms#rc=5&rp=ct,rt,5xx` }
  })

  return {
    networks,
    calls,
    url,
    answers(next) {
      answer = next
    },
    got: look =>
      new Promise((resolve, reject) => {
        const check = () => {
          const found = look(calls)
          if (!found) return
          clearTimeout(timer)
          looks.delete(check)
          resolve(found)
        }
        const timer = setTimeout(() => reject(new Error(`No call came: ${look}`)), 5000)
        looks.add(check)
        check()
      }),
    meta: (path, body, token = WHATSAPP.accessToken) =>
      fetch(`${networks.url}${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(body !== undefined && { body: JSON.stringify(body) })
      }),
    twilio: (path, form, token = TWILIO.authToken) =>
      fetch(`${networks.url}/2010-04-01/Accounts/${TWILIO.accountSid}${path}`, {
        method: form ? 'POST' : 'GET',
        headers: { authorization: `Basic ${btoa(`${TWILIO.accountSid}:${token}`)}` },
        ...(form && { body: new URLSearchParams(form) })
      }),
    async close() {
      await networks.close()
      await close()
    }
  }
}

const challengeIn = ({ searchParams }: URL) =>
  searchParams.get('hub.verify_token') === WHATSAPP.verifyToken
    ? searchParams.get('hub.challenge')
    : 'no'
