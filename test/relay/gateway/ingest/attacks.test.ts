import { promisify } from 'node:util'
import {
  brotliCompress,
  brotliCompressSync,
  constants,
  deflate,
  deflateRawSync,
  deflateSync,
  gzipSync
} from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eventRows } from '../../../doubles/event-rows.ts'
import { basicOf, postEvents, tracked } from '../../../doubles/ingest.ts'
import { startTestRelay, type TestRelay, testSite } from '../../../doubles/relay.ts'

let relay: TestRelay
beforeAll(async () => {
  relay = await startTestRelay()
})
afterAll(() => relay.close())

const post = (body: unknown, options: Parameters<typeof postEvents>[2] = {}) =>
  postEvents(relay.url, body, options)
const stored = (messageId: string) => eventRows(relay.dir).find(row => row.messageId === messageId)

const GIB = 1024 ** 3
const MIB = 1024 ** 2

const spaces = (size: number) => Buffer.alloc(size, ' ')
const quickly = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }

/** Little that becomes much: up to a gibibyte, in a megabyte at most. */
const bombs = {
  // A body may be several in a row.
  gzip: async () => Buffer.concat(Array(GIB / MIB).fill(gzipSync(spaces(MIB)))),
  // Beside the relay, which runs in this process too, and must not stand still meanwhile.
  deflate: () => promisify(deflate)(spaces(128 * MIB)),
  br: () => promisify<Buffer, object, Buffer>(brotliCompress)(spaces(128 * MIB), quickly)
}

describe('a compressed body', () => {
  const json = (id: string) => JSON.stringify({ batch: [tracked(id)] })

  it('is unpacked, by what it is rather than by what it is called', async () => {
    const mislabelled = { 'content-type': 'application/x-www-form-urlencoded' }
    const answers = [
      await post(gzipSync(json('z1')), { headers: { 'content-encoding': 'gzip' } }),
      await post(gzipSync(json('z2')), { headers: mislabelled }),
      await post(deflateSync(json('z3')), { headers: { 'content-encoding': 'deflate' } }),
      await post(deflateRawSync(json('z4')), { headers: { 'content-encoding': 'deflate' } }),
      await post(brotliCompressSync(json('z5')), { headers: { 'content-encoding': 'br' } }),
      await post(json('z6'), { headers: { 'content-encoding': 'gzip' } })
    ]
    expect(answers.map(({ body }) => body.stored)).toEqual([1, 1, 1, 1, 1, 1])
  })

  it.each(Object.entries(bombs))(
    'that is a bomb is refused without unpacking it: %s',
    async (name, makeBomb) => {
      const bomb = await makeBomb()
      const before = process.memoryUsage().rss
      const { status, body } = await post(bomb, { headers: { 'content-encoding': name } })
      expect([status, body.error.code]).toEqual([413, 'too_large'])
      expect(process.memoryUsage().rss - before).toBeLessThan(100 * MIB)
    }
  )

  it('that is broken, or of another kind, is refused in words', async () => {
    const broken = await post(gzipSync(json('z7')).subarray(0, 40))
    expect([broken.status, broken.body.error.message]).toEqual([
      400,
      'The body is not compressed as it says.'
    ])
    const { status } = await post('x', { headers: { 'content-encoding': 'compress' } })
    expect(status).toBe(415)
  })
})

describe('JSON', () => {
  it.each([10_000, 500_000])(
    '%s levels deep is refused, and what is beside it kept',
    async levels => {
      const deep =
        '{"a":'.repeat(levels / 2) +
        '['.repeat(levels / 2) +
        ']'.repeat(levels / 2) +
        '}'.repeat(levels / 2)
      const event = JSON.stringify(tracked(`deep-${levels}`)).replace(
        '}',
        `,"properties":${deep.replace('[]', '[1]')}}`
      )
      const good = JSON.stringify(tracked(`beside-${levels}`))
      const { status, body } = await post(`{"batch":[${event},${good}]}`)
      expect([status, body.stored]).toEqual([200, 1])
      expect(body.refused).toEqual([
        { index: 0, message: 'The event is nested deeper than 24 levels.' }
      ])
      const alone = await post('['.repeat(levels) + ']'.repeat(levels))
      expect(alone.status).toBe(400)
    }
  )

  it('that is none is refused with its place, and nothing of what it says', async () => {
    const { status, body } = await post('{"batch":[{"event":"secret" oops')
    expect(status).toBe(400)
    expect(body.error.message).toBe('The body is not JSON at character 28.')
    for (const bad of ['', 'NaN', '{"batch":[NaN]}', '{"batch":[Infinity]}', '[]', '"x"', 'null']) {
      expect((await post(bad)).status).toBe(400)
    }
  })

  it('with a prototype in it pollutes nothing: __proto__ is refused, constructor is plain data', async () => {
    const proto = '{"__proto__":{"polluted":"yes"}}'
    const sneaky = '{"\\u005f_proto__":{"polluted":"yes"}}'
    const plain = {
      constructor: { prototype: { polluted: 'yes' } },
      toString: 'me',
      hasOwnProperty: 1
    }
    const body =
      `{"__proto__":{"polluted":"yes","token":"x"},"batch":[` +
      `{"type":"identify","messageId":"p1","anonymousId":"a","traits":${proto}},` +
      `{"type":"track","event":"e","messageId":"p2","properties":{"deep":[${sneaky}]}},` +
      `{"type":"track","event":"e","messageId":"p3","__proto__":{"userId":"kim"}},` +
      `${JSON.stringify(tracked('p4', { properties: plain }))},` +
      `{"type":"constructor","messageId":"p5"},{"type":"__proto__","messageId":"p6"}]}`
    const { body: answer } = await post(body)
    expect(answer.stored).toBe(1)
    expect(answer.refused.map(({ index }: { index: number }) => index)).toEqual([0, 1, 2, 4, 5])
    expect(stored('p4')?.body.properties).toEqual(plain)
    expect(({} as { polluted?: string }).polluted).toBeUndefined()
  })

  it('with numbers past all bounds and broken characters is kept as far as it means something', async () => {
    const raw =
      `{"batch":[{"type":"track","messageId":"u1","event":"A\\u0000\\ud800 👋","userId":7,` +
      `"properties":{"huge":1e999,"tiny":-1e999,"half":"\\udc00","nul":"\\u0000","rtl":"\\u202e"}}]}`
    expect((await post(raw)).body.stored).toBe(1)
    expect(stored('u1')).toMatchObject({ name: 'A\uFFFD\uFFFD 👋', userId: '7' })
    expect(stored('u1')?.body.properties).toEqual({
      ...{ huge: null, tiny: null, half: '\udc00', nul: '\0', rtl: '\u202e' }
    })
  })
})

describe('too much', () => {
  it('of events in one batch is refused: 2,500 are kept, 2,501 are told to come in two', async () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, n) => ({ type: 'track', event: 'e', messageId: `n${n}` }))
    expect((await post({ batch: many(2500) })).body).toMatchObject({ stored: 2500, refused: [] })
    const { status, body } = await post({ batch: many(2501) })
    expect([status, body.error.message]).toEqual([413, 'A batch holds at most 2500 events.'])
  })

  it('in one event is refused alone, counted in bytes', async () => {
    const of = (id: string, text: string) => tracked(id, { properties: { text } })
    const batch = [
      of('l1', 'x'.repeat(32_500)),
      of('l2', 'ö'.repeat(16_500)),
      of('l3', 'ö'.repeat(16_000))
    ]
    const { body } = await post({ batch })
    expect(body).toMatchObject({ stored: 2, refused: [{ index: 1 }] })
    const names = await post({
      batch: [tracked('l4', { event: 'e'.repeat(257) }), tracked('x'.repeat(101))]
    })
    expect(names.body.refused.map(({ path }: { path: string }) => path)).toEqual([
      'event',
      'messageId'
    ])
  })

  it('in the body is refused, said or unsaid', async () => {
    const big = 'x'.repeat(2 * MIB + 1)
    expect((await post(big)).status).toBe(413)
    const chunked = await fetch(`${relay.url}/v1/batch`, {
      method: 'POST',
      body: new Blob([big]).stream(),
      duplex: 'half'
    } as RequestInit)
    expect(chunked.status).toBe(413)
  })
})

describe('who sends', () => {
  const by = (headers: Record<string, string>, id: string, path?: string) =>
    post({ batch: [tracked(id)] }, { headers, ...(path ? { path } : {}) })

  it('must have a key of ours, in the first place that holds one', async () => {
    expect((await by({ authorization: basicOf('nobody') }, 'w1')).status).toBe(401)
    const masked = { authorization: '', 'x-write-key': `${testSite.key}:any` }
    const answer = await post({ batch: [tracked('w2')], writeKey: 'shop:***' }, { headers: masked })
    expect(answer.status).toBe(200)
    const query = `/beacon/v1/batch?writeKey=${testSite.key}`
    expect((await by({ authorization: '' }, 'w3', query)).status).toBe(200)
    expect(
      (await by({ authorization: '' }, 'w4', '/beacon/v1/batch?writeKey=a&writeKey=b')).status
    ).toBe(401)
  })

  it('must be one of the site’s pages, if it is a page at all', async () => {
    for (const origin of ['http://evil.test', 'null', 'http://shop.test.evil.test']) {
      const { status, headers } = await by({ origin }, 'w5')
      expect([status, headers.get('access-control-allow-origin')]).toEqual([403, null])
    }
  })

  it('may not be a page that has the site’s secret', async () => {
    const authorization = basicOf(testSite.secret)
    expect((await by({ authorization }, 'w6')).status).toBe(200)
    const leaked = await by({ authorization, origin: testSite.origin }, 'w7')
    expect([leaked.status, leaked.body.error.message]).toEqual([
      403,
      'The site’s secret is for servers. A page sends its key; make a new secret now.'
    ])
  })

  it('does not say where it is: the IP address in an event is a server’s word or nobody’s', async () => {
    const batch = (id: string) => ({
      batch: [tracked(id, { context: { ip: '1.2.3.4', locale: 'sv' } })]
    })
    await post(batch('w8'))
    await post(batch('w9'), { headers: { authorization: basicOf(testSite.secret) } })
    expect(stored('w8')?.body.context).toEqual({ locale: 'sv' })
    expect(stored('w9')?.body.context).toEqual({ ip: '1.2.3.4', locale: 'sv' })
  })
})
