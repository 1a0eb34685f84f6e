import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestRelay, type TestRelay, testSite } from '../../doubles/relay.ts'
import { agentCall, openVisit, openWidget, pageCall } from '../../doubles/wire.ts'

let relay: TestRelay
beforeAll(async () => {
  const { origin, ...site } = testSite
  const sites = [{ ...site, origins: [origin], reopenHours: 0 }]
  relay = await startTestRelay({ config: { sites } })
})
afterAll(() => relay.close())

/** A widget that is open on a conversation that has just ended. */
async function openEnded() {
  const wire = await openWidget(relay.url)
  const { token, conversation } = wire.visit
  wire.say({ type: 'send', cid: 'a', text: 'Where is my mug?' })
  await wire.next({ type: 'ack', cid: 'a' })
  await agentCall(relay.url, `/conversations/${conversation}/close`, { method: 'POST' })
  return { ...wire, token, first: conversation as string }
}

it('tells a page whether writing opens what has ended', async () => {
  expect(await openVisit(relay.url)).toMatchObject({ reopenMs: 0 })
})

it('moves every widget of the visitor to the next conversation when they write after the end', async () => {
  const wire = await openEnded()
  const other = await openWidget(relay.url, wire.visit)
  wire.say({ type: 'send', cid: 'b', text: 'Something else' })
  const { conversation } = await wire.next({ type: 'ack', cid: 'b' })
  expect(conversation).not.toBe(wire.first)
  for (const { say, next } of [wire, other]) {
    await next({ type: 'reset' })
    const { token, first } = wire
    say({ type: 'hello', token, conversation: first, since: 2, visible: true })
    expect(await next({ type: 'welcome' })).toMatchObject({ conversation, replay: 'reset' })
  }
  wire.socket.close()
  other.socket.close()
})

it('lists, begins, enters and reads a visitor’s conversations, and nobody else’s', async () => {
  const { token, first, socket } = await openEnded()
  const call = (path: string, options: object = {}) =>
    pageCall(relay.url, `/v1/${path}`, { token, ...options })
  const begun = await call('conversations', { method: 'POST' })
  expect(begun.status).toBe(201)
  const { items } = (await call('conversations')).body
  expect(items).toMatchObject([{ id: first, current: false, ended: true, takesWords: false }])
  const thread = await call(`thread?conversation=${first}`)
  expect(thread.body).toMatchObject({ conversation: first, entries: [{ cid: 'a' }, {}] })
  expect((await call('thread')).body).toMatchObject({ conversation: begun.body.id, entries: [] })

  expect((await call(`conversations/${first}/read`, { body: { upTo: 2 } })).status).toBe(204)
  const entered = await call(`conversations/${first}/enter`, { method: 'POST' })
  expect([entered.status, entered.body.error.code]).toEqual([409, 'conflict'])

  const { token: other } = await openVisit(relay.url)
  for (const [path, body] of [
    [`thread?conversation=${first}`],
    [`conversations/${first}/enter`, {}],
    [`conversations/${first}/read`, { upTo: 2 }]
  ] as const) {
    expect((await call(path, { token: other, body })).status, path).toBe(404)
  }
  socket.close()
})

it('finds words in a visitor’s own conversations alone', async () => {
  const { token, first, socket } = await openEnded()
  const search = (q: string, as = token) =>
    pageCall(relay.url, `/v1/search?q=${encodeURIComponent(q)}`, { token: as })
  expect((await search('MÚG')).body).toMatchObject({ hits: [{ conversation: first, seq: 1 }] })
  const { token: other } = await openVisit(relay.url)
  expect((await search('mug', other)).body).toEqual({ hits: [], more: false })
  for (const q of ['', ' ', 'x'.repeat(101)]) expect((await search(q)).status).toBe(400)
  socket.close()
})

it('tells every page at once of what waits in the visitor’s other conversations, until it is read', async () => {
  const { token, first, socket, visit, say, next, heard } = await openEnded()
  const other = await openWidget(relay.url, visit)
  await pageCall(relay.url, '/v1/conversations', { token, method: 'POST' })
  for (const wire of [{ say, next }, other]) {
    await wire.next({ type: 'reset' })
    wire.say({ type: 'hello', token, since: 0, visible: true })
    expect(await wire.next({ type: 'elsewhere' })).toEqual({ type: 'elsewhere', unread: 0 })
  }
  const answer = { cid: 'late', text: 'It was in the other box.' }
  const reply = await agentCall(relay.url, `/conversations/${first}/messages`, { body: answer })
  expect(reply.status).toBe(201)
  for (const wire of [{ next }, other])
    expect(await wire.next({ type: 'elsewhere' })).toMatchObject({ unread: 1 })
  // A page that comes now is told at once.
  const third = await openWidget(relay.url, visit)
  expect(await third.next({ type: 'elsewhere' })).toMatchObject({ unread: 1 })

  await pageCall(relay.url, `/v1/conversations/${first}/read`, { token, body: { upTo: 4 } })
  for (const wire of [{ next }, other, third])
    expect(await wire.next({ type: 'elsewhere' })).toMatchObject({ unread: 0 })
  expect(heard.filter(({ type }) => type === 'elsewhere')).toHaveLength(3)
  for (const one of [socket, other.socket, third.socket]) one.close()
})

it('tells whoever has one conversation nothing of others', async () => {
  const wire = await openWidget(relay.url)
  wire.say({ type: 'send', cid: 'a', text: 'Hello' })
  await wire.next({ type: 'ack', cid: 'a' })
  await agentCall(relay.url, `/conversations/${wire.visit.conversation}/messages`, {
    body: { cid: 'b', text: 'Hi' }
  })
  await wire.next(({ type, entries }) => type === 'entries' && entries[0]?.text === 'Hi')
  expect(wire.heard.filter(({ type }) => type === 'elsewhere')).toEqual([])
  wire.socket.close()
})
