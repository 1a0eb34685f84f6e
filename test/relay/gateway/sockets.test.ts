import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestRelay, type TestRelay, testSite } from '../../doubles/relay.ts'
import { openDesk, openVisit, openWidget, openWire } from '../../doubles/wire.ts'

let relay: TestRelay
beforeAll(async () => {
  relay = await startTestRelay({ timing: { helloMs: 1_000, closeMs: 1000 } })
})
afterAll(() => relay.close())

describe('opening a socket', () => {
  it('is refused to a page that is not the site’s, before the upgrade', async () => {
    await expect(openWire(relay.url, { origin: 'http://evil.test' })).rejects.toThrow('HTTP 403')
  })

  it('is refused to what sends no origin at all', async () => {
    await expect(openWire(relay.url, { origin: undefined })).rejects.toThrow('HTTP 403')
  })

  it('is refused where there is no socket', async () => {
    await expect(openWire(relay.url, { path: '/v1/sockets' })).rejects.toThrow('HTTP 404')
  })

  it('is closed with 4406 without a version in common', async () => {
    const wire = await openWire(relay.url, { protocols: ['segue.v99'] })
    expect(await wire.closed).toBe(4406)
  })

  it('is closed with 4408 when nobody says hello', async () => {
    const wire = await openWire(relay.url)
    expect(await wire.closed).toBe(4408)
  })

  it('is closed with 4401 for a token that is not ours', async () => {
    const wire = await openWire(relay.url)
    wire.say({ type: 'hello', token: 'nonsense', since: 0, visible: true })
    expect(await wire.closed).toBe(4401)
  })

  it('is refused to an inbox on another site’s page', async () => {
    const options = { path: '/v1/agent/socket', origin: 'http://evil.test' }
    await expect(openWire(relay.url, options)).rejects.toThrow('HTTP 403')
  })

  it('is allowed to the inbox the relay serves', async () => {
    const wire = await openWire(relay.url, { path: '/v1/agent/socket', origin: relay.url })
    wire.say({ type: 'hello', token: 'kim-token-0000000001' })
    expect(await wire.next({ type: 'welcome' })).toEqual({ type: 'welcome' })
    wire.socket.close()
  })
})

describe('talking over a socket', () => {
  it('welcomes, acknowledges what is on disk, and shows it to every tab once', async () => {
    const one = await openWidget(relay.url)
    const two = await openWidget(relay.url, one.visit)
    one.say({ type: 'send', cid: 'first', text: 'Hello?' })

    const ack = await one.next({ type: 'ack' })
    expect(ack).toMatchObject({ cid: 'first', conversation: one.visit.conversation, seq: 1 })
    for (const tab of [one, two]) {
      const { entries } = await tab.next({ type: 'entries' })
      expect(entries).toMatchObject([{ seq: 1, type: 'message', cid: 'first', text: 'Hello?' }])
    }
    one.socket.close()
    two.socket.close()
  })

  it('makes one message of the same cid said twice, and refuses another text for it', async () => {
    const wire = await openWidget(relay.url)
    wire.say({ type: 'send', cid: 'same', text: 'Once' })
    const first = await wire.next({ type: 'ack' })
    wire.say({ type: 'send', cid: 'same', text: 'Once' })
    expect(await wire.next({ type: 'ack' })).toEqual(first)

    wire.say({ type: 'send', cid: 'same', text: 'Twice' })
    expect(await wire.next({ type: 'error' })).toMatchObject({ code: 'conflict', cid: 'same' })
    wire.socket.close()
  })

  it('replays what was missed since the last seq', async () => {
    const before = await openWidget(relay.url)
    for (const cid of ['a', 'b', 'c']) {
      before.say({ type: 'send', cid, text: cid })
      await before.next({ type: 'ack', cid })
    }
    before.socket.close()

    const after = await openWire(relay.url)
    const { token, conversation } = before.visit
    after.say({ type: 'hello', token, conversation, since: 1, visible: false })
    expect(await after.next({ type: 'welcome' })).toMatchObject({ seq: 3, replay: 2 })
    const { entries } = await after.next({ type: 'entries' })
    expect(entries.map((entry: { cid: string }) => entry.cid)).toEqual(['b', 'c'])
    after.socket.close()
  })

  it('says reset when since was counted in another conversation', async () => {
    const visit = await openVisit(relay.url)
    const wire = await openWire(relay.url)
    const hello = { type: 'hello', token: visit.token, since: 0, visible: true }
    wire.say({ ...hello, conversation: 'another' })
    expect(await wire.next({ type: 'welcome' })).toMatchObject({ replay: 'reset' })
    wire.socket.close()
  })

  it('answers a probe', async () => {
    const wire = await openWidget(relay.url)
    wire.say({ type: 'probe' })
    expect(await wire.next({ type: 'pong' })).toEqual({ type: 'pong' })
    wire.socket.close()
  })
})

describe('what does not belong on the wire', () => {
  const bad = {
    'what is no JSON': 'hello',
    'a frame nobody knows': '{"type":"__proto__"}',
    'a frame of another shape': '{"type":"send","cid":1}',
    'anything before hello': '{"type":"probe"}'
  }
  it.each(Object.entries(bad))('closes with 4400: %s', async (_name, raw) => {
    const wire = await openWire(relay.url)
    wire.socket.send(raw)
    expect(await wire.closed).toBe(4400)
  })

  it('closes with 4400: bytes instead of text', async () => {
    const wire = await openWire(relay.url)
    wire.socket.send(Buffer.from('{}'), { binary: true })
    expect(await wire.closed).toBe(4400)
  })

  it('closes with 4413: a frame above the limit', async () => {
    const wire = await openWidget(relay.url)
    wire.say({ type: 'send', cid: 'big', text: 'x'.repeat(33 * 1024) })
    expect(await wire.closed).toBe(4413)
  })
})

describe('between a visitor and the inbox', () => {
  it('tells the inbox of a new conversation, and the visitor that the message was got', async () => {
    const desk = await openDesk(relay.url)
    const visitor = await openWidget(relay.url)
    visitor.say({ type: 'send', cid: 'q', text: 'Is anybody there?' })

    const { summary } = await desk.next(
      ({ type, summary }) => type === 'summary' && summary.id === visitor.visit.conversation
    )
    expect(summary).toMatchObject({ site: testSite.key, last: { text: 'Is anybody there?' } })
    const seen = await visitor.next(
      ({ type, entries }) => type === 'entries' && entries[0].type === 'seen'
    )
    expect(seen.entries).toMatchObject([{ by: 'agent', upTo: 1, status: 'delivered' }])
    desk.socket.close()
    visitor.socket.close()
  })

  it('replays a conversation to an inbox that follows it, then tells it live', async () => {
    const visitor = await openWidget(relay.url)
    const { conversation } = visitor.visit
    visitor.say({ type: 'send', cid: '1', text: 'one' })
    await visitor.next({ type: 'ack' })

    const desk = await openDesk(relay.url)
    desk.say({ type: 'watch', conversation, since: 0 })
    const replayed = await desk.next({ type: 'entries', conversation })
    expect(replayed.entries[0]).toMatchObject({ seq: 1, text: 'one' })
    expect(await desk.next({ type: 'presence', conversation })).toMatchObject({ visible: true })

    visitor.say({ type: 'typing' })
    expect(await desk.next({ type: 'typing' })).toMatchObject({ conversation, from: 'visitor' })
    visitor.say({ type: 'presence', visible: false, page: { url: 'http://shop.test/mug' } })
    const presence = await desk.next({ type: 'presence', conversation })
    expect(presence).toMatchObject({ visible: false, page: { url: 'http://shop.test/mug' } })

    visitor.socket.close()
    expect(await desk.next({ type: 'presence', conversation })).toMatchObject({ visible: false })
    desk.socket.close()
  })

  it('shows a visitor who looks that an agent is writing', async () => {
    const visitor = await openWidget(relay.url)
    const { conversation } = visitor.visit
    const desk = await openDesk(relay.url)
    desk.say({ type: 'watch', conversation, since: 0 })
    await desk.next({ type: 'entries', conversation })
    desk.say({ type: 'typing', conversation })
    expect(await visitor.next({ type: 'typing' })).toEqual({ type: 'typing', name: 'Kim' })
    desk.socket.close()
    visitor.socket.close()
  })

  it('says that there is no such conversation, and goes on', async () => {
    const desk = await openDesk(relay.url)
    desk.say({ type: 'watch', conversation: 'nobody’s', since: 0 })
    expect(await desk.next({ type: 'error' })).toMatchObject({ code: 'not_found' })
    desk.say({ type: 'probe' })
    await desk.next({ type: 'pong' })
    desk.socket.close()
  })

  it('closes an inbox with a wrong token', async () => {
    const wire = await openWire(relay.url, { path: '/v1/agent/socket', origin: undefined })
    wire.say({ type: 'hello', token: 'guessed-token-00001' })
    expect(await wire.closed).toBe(4401)
  })
})
