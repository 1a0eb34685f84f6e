import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestRelay, type TestRelay, testSite } from '../../../doubles/relay.ts'
import { agentCall, openDesk, openVisit, openWidget } from '../../../doubles/wire.ts'

let relay: TestRelay
beforeAll(async () => {
  relay = await startTestRelay()
})
afterAll(() => relay.close())

const post = async (name: string, body: unknown, headers: Record<string, string> = {}) => {
  const reply = await fetch(`${relay.url}/v1/${name}`, {
    method: 'POST',
    headers,
    body: typeof body === 'string' ? body : JSON.stringify(body)
  })
  return { status: reply.status, headers: reply.headers, body: await reply.json() }
}

const key = { writeKey: testSite.key }
const basic = `Basic ${Buffer.from(`${testSite.key}:`).toString('base64')}`

/** An event as a client sends it. */
const viewed = (messageId: string, more: object = {}) => ({
  ...{ type: 'track', event: 'Product Viewed', anonymousId: 'anon', messageId },
  ...more
})

describe('the write key', () => {
  it('may come by Basic authentication, by header, or in the body', async () => {
    const answers = [
      await post('track', viewed('k1'), { authorization: basic }),
      await post('track', viewed('k2'), { 'x-write-key': testSite.key }),
      await post('track', { ...viewed('k3'), ...key }, { 'content-type': 'text/plain' })
    ]
    expect(answers.map(({ status, body }) => [status, body.stored])).toEqual([
      [200, 1],
      [200, 1],
      [200, 1]
    ])
  })

  it('is needed', async () => {
    expect((await post('track', viewed('k4'))).status).toBe(401)
    expect(
      (await post('track', viewed('k4'), { authorization: 'Basic bm9ib2R5Og==' })).status
    ).toBe(401)
  })

  it('is no use to a page of another origin', async () => {
    const foreign = await post('track', { ...viewed('k5'), ...key }, { origin: 'http://evil.test' })
    expect(foreign.status).toBe(403)
    const own = await post('track', { ...viewed('k5'), ...key }, { origin: testSite.origin })
    expect(own.headers.get('access-control-allow-origin')).toBe(testSite.origin)
  })
})

describe('a batch', () => {
  it('keeps what is good in it, and says what was wrong with the rest', async () => {
    const deep = JSON.parse(`${'{"a":'.repeat(50)}1${'}'.repeat(50)}`)
    const batch = [
      viewed('b1'),
      { type: 'nonsense', messageId: 'b2' },
      viewed('b3', { properties: { text: 'x'.repeat(40_000) } }),
      viewed('b4', { properties: deep }),
      'no event at all',
      viewed('b6')
    ]
    const { body } = await post('batch', { ...key, batch })
    expect(body).toMatchObject({ success: true, stored: 2 })
    expect(body.refused.map(({ index }: { index: number }) => index)).toEqual([1, 2, 3, 4])
    expect(body.refused[0]).toMatchObject({ path: 'type' })
  })

  it('twice is once', async () => {
    const batch = { ...key, batch: [viewed('twice')] }
    expect((await post('batch', batch)).body.stored).toBe(1)
    expect((await post('batch', batch)).body.stored).toBe(0)
  })

  it('may hold more events than one transaction', async () => {
    const batch = Array.from({ length: 250 }, (_, index) => viewed(`many-${index}`))
    expect((await post('batch', { ...key, batch })).body.stored).toBe(250)
  })

  it('is refused when it is no batch, or too large', async () => {
    expect((await post('batch', { ...key, batch: 7 })).body.error.path).toBe('batch')
    expect((await post('batch', '{')).status).toBe(400)
    expect((await post('batch', 'x'.repeat(2 * 1024 * 1024 + 1))).status).toBe(413)
  })
})

describe('events of a visitor who has proven itself', () => {
  it('belong to the person, and show in the inbox as they happen', async () => {
    const visitor = await openWidget(relay.url)
    visitor.say({ type: 'send', cid: '1', text: 'hi' })
    await visitor.next({ type: 'ack' })
    const { token, conversation } = visitor.visit
    const desk = await openDesk(relay.url)
    desk.say({ type: 'watch', conversation, since: 0 })
    await desk.next({ type: 'entries', conversation })

    const event = viewed('p1', { anonymousId: 'mine', properties: { product: 'Mug' } })
    await post('batch', { ...key, token, batch: [event] })
    const told = await desk.next({ type: 'event' })
    expect(told.event).toMatchObject({ name: 'Product Viewed', properties: { product: 'Mug' } })
    const { body } = await agentCall(relay.url, `/people/${told.person}/events`)
    expect(body.items).toMatchObject([{ name: 'Product Viewed' }])
    desk.socket.close()
    visitor.socket.close()
  })

  it('are kept as nobody’s when the token is not good', async () => {
    const { token } = await openVisit(relay.url)
    const { body } = await post('batch', { ...key, token: `${token}x`, batch: [viewed('n1')] })
    expect(body.stored).toBe(1)
  })
})
