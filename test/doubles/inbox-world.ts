import type { AgentServerFrame } from '@segue/sdk/protocol'
import { vi } from 'vitest'
import { answer, type FakeCall } from './fake-agent-routes.ts'
import { createFakeDesk } from './fake-desk.ts'
import { FakeRefusal } from './fake-desk-acts.ts'
import { createScriptedSockets, type ScriptedSocket } from './scripted-sockets.ts'

const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })

const refuse = (status: number, code: string, message: string) =>
  json({ error: { code, message } }, status)

async function readCall(input: Request): Promise<FakeCall> {
  const { pathname, search } = new URL(input.url)
  const text = await input.text()
  const isJson = input.headers.get('content-type')?.includes('json')
  const body = isJson && text ? JSON.parse(text) : undefined
  return { method: input.method, path: pathname + search, body }
}

function replyTo(make: () => unknown): Response {
  try {
    const reply = make()
    return reply === undefined ? new Response(null, { status: 204 }) : json(reply)
  } catch (error) {
    if (!(error instanceof FakeRefusal)) throw error
    return refuse(error.status, error.code, error.message)
  }
}

/**
 * The world of an inbox without a browser or a network: the API answers out of a fake desk, and sockets do what the test
 * says. Call it before anything of the inbox runs, in a happy-dom test whose address is a relay's.
 */
export function createInboxWorld({ pageSize = 30 } = {}) {
  const desk = createFakeDesk()
  const sockets = createScriptedSockets()
  const calls: FakeCall[] = []
  const is = {
    /** Whether calls arrive at all. */
    reachable: true,
    /** What to answer in place of the API, or nothing. */
    refusing: (_call: FakeCall): number | undefined => undefined,
    /** Awaited before each answer. */
    before: async (_call: FakeCall): Promise<void> => undefined
  }

  vi.stubGlobal('fetch', async (input: Request): Promise<Response> => {
    const call = await readCall(input)
    calls.push(call)
    await is.before(call)
    if (!is.reachable) throw new TypeError('fetch failed')
    const refused = is.refusing(call)
    if (refused === 401) return refuse(401, 'unauthorized', 'The test knows no such token.')
    if (refused) return refuse(refused, 'refused', 'The test refuses.')
    return replyTo(() => answer(desk, call, pageSize))
  })
  const connect = vi.fn(function WebSocket() {
    return sockets.connect()
  })
  vi.stubGlobal('WebSocket', connect)

  return {
    desk,
    sockets,
    calls,
    is,
    /** The newest socket tells everything the desk does from now on, as the relay does. Returns what ends it. */
    tell: (socket: ScriptedSocket = sockets.newest) =>
      desk.listen((frame: AgentServerFrame) => socket.say(frame)),
    /** The calls of one kind: `POST messages`. */
    callsTo: (method: string, verb: string) =>
      calls.filter(call => call.method === method && call.path.split('?')[0]!.endsWith(`/${verb}`))
  }
}

export type InboxWorld = ReturnType<typeof createInboxWorld>
