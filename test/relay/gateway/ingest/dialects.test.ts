import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eventRows } from '../../../doubles/event-rows.ts'
import { basicOf, postEvents, tracked } from '../../../doubles/ingest.ts'
import { startTestRelay, type TestRelay, testSite } from '../../../doubles/relay.ts'

const NOW = Date.UTC(2026, 10, 21, 12)
const HOUR = 3_600_000
const iso = (ms: number) => new Date(ms).toISOString()

let relay: TestRelay
beforeAll(async () => {
  relay = await startTestRelay({ now: () => NOW, config: { publicUrl: 'https://chat.example' } })
})
afterAll(() => relay.close())

const post = (body: object, path?: string) =>
  postEvents(relay.url, body, path === undefined ? {} : { path })
const row = (messageId: string) => eventRows(relay.dir).find(kept => kept.messageId === messageId)

describe('the time of an event', () => {
  it('is told by our clock, however wrong the client’s is', async () => {
    const slow = NOW - 3 * HOUR
    const fast = NOW + 3 * HOUR
    await post({ batch: [tracked('t1', { timestamp: iso(slow - 60_000) })], sentAt: iso(slow) })
    await post({
      batch: [tracked('t2', { originalTimestamp: iso(fast - 60_000) })],
      sentAt: iso(fast)
    })
    const each = { originalTimestamp: iso(fast - 60_000), timestamp: iso(fast), sentAt: iso(fast) }
    await post({ batch: [tracked('t3', each)] })
    await post({ ...tracked('t4', { timestamp: iso(slow - 60_000) }), sentAt: iso(slow) }, '/v1/t')
    for (const id of ['t1', 't2', 't3', 't4']) expect(row(id)?.at).toBe(NOW - 60_000)
  })

  it('is never after it came, and may be long ago', async () => {
    await post({ batch: [tracked('t5', { timestamp: iso(NOW + HOUR) })], sentAt: iso(NOW) })
    await post({ batch: [tracked('t6', { timestamp: '2019-05-01T00:00:00Z' })] })
    await post({ batch: [tracked('t7', { timestamp: 'yesterday' }), tracked('t8')], sentAt: 'now' })
    expect(row('t6')?.at).toBe(Date.UTC(2019, 4, 1))
    for (const id of ['t5', 't7', 't8']) expect(row(id)?.at).toBe(NOW)
  })
})

describe('what clients leave empty, or say elsewhere', () => {
  it('is understood', async () => {
    const empty = { userId: null, groupId: '', traits: null, properties: null, name: '' }
    const identify = { type: 'identify', anonymousId: 'a', context: { traits: { name: 'Kim' } } }
    const page = { type: 'page', anonymousId: 'a', properties: { name: 'Home' } }
    const { body } = await post({
      batch: [
        tracked('d1', { ...empty, anonymousId: 17 }),
        { ...identify, messageId: 'd2' },
        { ...page, messageId: 'd3' },
        { type: 'track', event: 'No id', anonymousId: 'a' }
      ],
      sentAt: null,
      token: null
    })
    expect(body).toMatchObject({ stored: 4, refused: [] })
    expect(row('d1')).toMatchObject({
      userId: null,
      anonymousId: '17',
      body: {}
    })
    expect(row('d2')?.body).toMatchObject({ traits: { name: 'Kim' } })
    expect(row('d3')?.name).toBe('Home')
  })

  it('is taken from the path, whatever the body says', async () => {
    for (const path of ['/v1/p', '/v1/page', '/api/s/page', '/api/s/s2s/page']) {
      const { body } = await post({ ...tracked(path), type: 'track', event: undefined }, path)
      expect([path, body.stored, row(path)?.type]).toEqual([path, 1, 'page'])
    }
  })
})

describe('what web clients ask for first', () => {
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(relay.url + path, { headers: { origin: testSite.origin, ...headers } })

  it('are Segment’s settings, which say where to send', async () => {
    const reply = await get('/v1/projects/shop/settings')
    expect(reply.headers.get('access-control-allow-origin')).toBe(testSite.origin)
    expect(await reply.json()).toEqual({
      integrations: {
        'Segment.io': { apiKey: 'shop', apiHost: 'chat.example/v1', protocol: 'https' }
      }
    })
    expect((await get('/v1/projects/__proto__/settings')).status).toBe(404)
  })

  it('is RudderStack’s source, with nothing more to load', async () => {
    const reply = await get('/sourceConfig/?p=npm', { authorization: basicOf('shop') })
    expect(await reply.json()).toMatchObject({ source: { enabled: true, destinations: [] } })
    expect((await get('/sourceConfig/?writeKey=shop')).status).toBe(200)
    expect((await get('/sourceConfig/')).status).toBe(401)
  })

  it('is leave to send each header they have, for a day', async () => {
    const { status, headers } = await fetch(`${relay.url}/v1/track`, {
      method: 'OPTIONS',
      headers: { origin: testSite.origin, 'access-control-request-method': 'POST' }
    })
    expect([status, headers.get('access-control-max-age')]).toEqual([204, '86400'])
    const allowed = headers.get('access-control-allow-headers')!.split(', ')
    expect(allowed).toEqual(
      expect.arrayContaining(['authorization', 'content-type', 'x-retry-count', 'x-write-key'])
    )
    expect(allowed).toEqual(expect.arrayContaining(['anonymousid', 'sentat', 'rsa-retry-attempt']))
    expect(allowed).not.toContain('*')
  })
})
