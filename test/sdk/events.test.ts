import type { Batch, TrackedEvent } from '@segue/sdk/protocol'
import { Batch as BatchSchema, TrackedEvent as EventSchema } from '@segue/sdk/protocol'
import { Compile } from 'typebox/compile'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { createRelayPeer } from '../doubles/relay-peer.ts'
import { refusal } from '../doubles/relay-peer.ts'
import { pass, visit } from '../doubles/visit.ts'

beforeEach(() => void vi.useFakeTimers({ now: Date.UTC(2026, 8, 9, 12) }))
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const batches = ({ calls }: ReturnType<typeof createRelayPeer>) =>
  calls.filter(({ path }) => path === 'batch').map(({ body }) => body as unknown as Batch)
const stored = (peer: ReturnType<typeof createRelayPeer>) =>
  batches(peer).flatMap(({ batch }) => batch as TrackedEvent[])
const names = (peer: ReturnType<typeof createRelayPeer>) => stored(peer).map(({ event }) => event)

/** A visitor who has agreed. */
const agree = () => {
  const visitor = visit({ consent: 'granted' })
  return { ...visitor, ...visitor.sdk }
}

describe('a call', () => {
  it('becomes an event as the Segment spec has it', async () => {
    const { peer, track, flush } = agree()
    track('Order Completed', { total: 399 })
    await flush()
    expect(stored(peer)).toEqual([
      {
        type: 'track',
        event: 'Order Completed',
        properties: { total: 399 },
        messageId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        anonymousId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        timestamp: '2026-09-09T12:00:00.000Z',
        context: {
          page: {
            url: 'https://shop.example/shop',
            path: '/shop',
            title: 'Shop',
            referrer: 'https://search.example/'
          },
          locale: 'sv',
          library: { name: '@segue/sdk' }
        }
      }
    ])
  })

  it('goes to the relay as text, so that no permission is asked first', async () => {
    const { peer, track, identify, page, group, alias, flush } = agree()
    track('Signed Up')
    identify('ada', { plan: 'gold' })
    page('Cart', { items: 2 })
    group('acme', { seats: 4 })
    alias('ada@new')
    await flush()
    const [call] = peer.calls
    expect(call!.headers.get('content-type')).toBe('text/plain')
    expect(call!.headers.has('authorization')).toBe(false)
    expect(call!.body).toMatchObject({ writeKey: 'shop', sentAt: '2026-09-09T12:00:00.000Z' })
    expect(Compile(BatchSchema).Check(call!.body)).toBe(true)
    expect(stored(peer).every(event => Compile(EventSchema).Check(event))).toBe(true)
    expect(stored(peer)).toMatchObject([
      { type: 'track', event: 'Signed Up', properties: {} },
      { type: 'identify', userId: 'ada', traits: { plan: 'gold' } },
      { type: 'page', name: 'Cart', properties: { items: 2, path: '/shop', name: 'Cart' } },
      { type: 'group', groupId: 'acme', traits: { seats: 4 } },
      { type: 'alias', userId: 'ada@new', previousId: 'ada' }
    ])
  })

  it('takes its values and its time when it is made', async () => {
    const { peer, sdk } = visit()
    const cart = { items: ['cup'] }
    sdk.track('Cart Viewed', cart)
    cart.items.push('pot')
    await pass(60_000)
    sdk.consent('granted')
    await sdk.flush()
    expect(stored(peer)).toMatchObject([
      { properties: { items: ['cup'] }, timestamp: '2026-09-09T12:00:00.000Z' }
    ])
    expect(batches(peer)[0]!.sentAt).toBe('2026-09-09T12:01:00.000Z')
  })

  it('may be made for another time and page, by those who queued it before loading', async () => {
    const { peer, sdk } = agree()
    const then = { at: Date.UTC(2026, 8, 9, 11), url: 'https://shop.example/mug', title: 'Mug' }
    sdk.asOf(then, () => {
      sdk.page()
      sdk.identify('ada')
    })
    expect(() =>
      sdk.asOf(then, () => {
        throw new Error('a mistake of the page')
      })
    ).toThrow('a mistake of the page')
    sdk.track('Now')
    await sdk.flush()
    const [page, identify, now] = stored(peer)
    expect(page).toMatchObject({
      timestamp: '2026-09-09T11:00:00.000Z',
      properties: { url: then.url, path: '/mug', title: 'Mug' },
      context: { page: { url: then.url, referrer: 'https://search.example/' } }
    })
    expect(identify!.timestamp).toBe('2026-09-09T11:00:00.000Z')
    expect(now).toMatchObject({
      timestamp: '2026-09-09T12:00:00.000Z',
      context: { page: { path: '/shop' } }
    })
  })

  it('warns once about what is wrong, and never throws', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
    const { peer, sdk } = agree()
    const wrong = sdk as unknown as Record<string, (...values: unknown[]) => void>
    const cycle: Record<string, unknown> = {}
    cycle.self = cycle
    for (const _ of [1, 2]) {
      wrong.track!()
      wrong.track!('Cycle', cycle)
      wrong.identify!({ not: 'an id' })
      wrong.group!('')
      wrong.alias!(null)
      wrong.track!('x'.repeat(257))
    }
    wrong.identify!(42)
    await sdk.flush()
    expect(warn).toHaveBeenCalledTimes(5)
    expect(stored(peer).map(({ type, userId }) => [type, userId])).toEqual([
      ['identify', undefined],
      ['identify', undefined],
      ['identify', '42']
    ])
  })
})

describe('consent', () => {
  it('keeps events in memory until it is given, the last thousand of them', async () => {
    const { peer, sdk, tab } = visit()
    const dropped: string[] = []
    sdk.on('dropped', ({ events, reason }) => dropped.push(`${events[0]!.event} ${reason}`))
    for (let n = 1; n <= 1_002; n++) sdk.track(`${n}`)
    await pass(60_000)
    expect(peer.calls).toEqual([])
    expect([...tab.local.kept, ...tab.session.kept]).toEqual([])
    expect(dropped).toEqual(['1 full', '2 full'])

    sdk.consent('granted')
    await sdk.flush()
    expect(names(peer)).toHaveLength(1_000)
    expect(names(peer)[0]).toBe('3')
    expect(batches(peer).every(({ batch }) => batch.length <= 100)).toBe(true)
  })

  it('is implied by opening the chat, whose token the events then carry', async () => {
    const { peer, sdk, chat } = visit()
    sdk.track('Product Viewed')
    chat.open()
    await pass(1_000)
    expect(names(peer)).toEqual(['Product Viewed'])
    expect(batches(peer)[0]!.token).toBe('t1')
  })

  it('that is refused wipes what was kept, and the chat works all the same', async () => {
    const { peer, sdk, chat, tab, record } = visit({ consent: 'granted' })
    sdk.identify('ada')
    sdk.consent('denied')
    sdk.track('Product Viewed')
    chat.open()
    await pass(60_000)
    expect(record.status).toBe('online')
    expect(stored(peer)).toEqual([])
    expect([...tab.local.kept.keys()]).toEqual(['segue:shop'])
  })

  it('that is taken back lets events wait again', async () => {
    const { peer, sdk } = visit({ consent: 'granted' })
    sdk.consent('pending')
    sdk.track('Product Viewed')
    await pass(60_000)
    expect(stored(peer)).toEqual([])
    sdk.consent('granted')
    await pass()
    expect(names(peer)).toEqual(['Product Viewed'])
  })

  it('makes a returning visitor known by the same anonymous id, also for what happened before', async () => {
    const first = visit({ consent: 'granted' })
    first.sdk.track('One')
    await first.sdk.flush()
    const sdk = first.tab.load()
    sdk.track('Two')
    sdk.consent('granted')
    await sdk.flush()
    const [one, two] = stored(first.peer)
    expect(two!.anonymousId).toBe(one!.anonymousId)
  })
})

describe('who it is about', () => {
  it('is said with every event, with all that is known of them', async () => {
    const { peer, identify, track, flush } = agree()
    identify(null, { plan: 'gold' })
    identify('ada', { seats: 2 })
    identify('ada', { plan: 'silver' })
    track('Signed In')
    await flush()
    expect(stored(peer).map(({ userId, traits }) => [userId, traits])).toEqual([
      [undefined, { plan: 'gold' }],
      ['ada', { plan: 'gold', seats: 2 }],
      ['ada', { plan: 'silver', seats: 2 }],
      ['ada', undefined]
    ])
  })

  it('is somebody new when the user changes, and after signing out', async () => {
    const { peer, identify, track, reset, flush } = agree()
    track('Anonymous')
    identify('ada', { plan: 'gold' })
    identify('bo', {})
    reset()
    track('Anonymous again')
    await flush()
    const [anonymous, ada, bo, again] = stored(peer)
    expect(ada!.anonymousId).toBe(anonymous!.anonymousId)
    expect(bo).toMatchObject({ userId: 'bo', traits: {} })
    expect(again).not.toHaveProperty('userId')
    expect(new Set([ada, bo, again].map(event => event!.anonymousId)).size).toBe(3)
  })

  it('is remembered on the next page, unless it is somebody else there', async () => {
    const { peer, tab, identify, flush } = agree()
    identify('ada', { plan: 'gold' })
    await flush()
    const next = tab.load({ consent: 'granted' })
    next.track('Still Ada')
    await next.flush()
    const other = tab.load()
    other.identify('bo')
    other.consent('granted')
    await other.flush()
    const [ada, still, bo] = stored(peer)
    expect(still).toMatchObject({ userId: 'ada', anonymousId: ada!.anonymousId })
    expect(bo).toMatchObject({ userId: 'bo', traits: {} })
    expect(bo!.anonymousId).not.toBe(ada!.anonymousId)
  })
})

describe('delivery', () => {
  it('waits three seconds for company, or for twenty events', async () => {
    const { peer, track } = agree()
    track('One')
    await pass(2_999)
    expect(batches(peer)).toEqual([])
    await pass(1)
    expect(names(peer)).toEqual(['One'])
    for (let n = 0; n < 20; n++) track(`${n}`)
    await pass()
    expect(batches(peer)).toHaveLength(2)
    expect(names(peer)).toHaveLength(21)
  })

  it('tells what became of each event', async () => {
    const { peer, on, once, track, flush } = agree()
    const told: string[] = []
    const tell = (word: string) => (events: readonly TrackedEvent[]) =>
      void told.push(`${word} ${events.map(({ event }) => event).join(' ')}`)
    once('queued', ({ event }) => void told.push(`queued ${event}`))
    on('delivered', tell('delivered'))
    on('dropped', ({ events, reason }) => tell(`dropped (${reason})`)(events))
    track('One')
    track('Two')
    await flush()
    peer.answers.batch = () => refusal(400, 'bad_shape')
    track('Three')
    await flush()
    expect(told).toEqual(['queued One', 'delivered One Two', 'dropped (bad_shape) Three'])
    expect(batches(peer)).toHaveLength(2)
  })

  it('tries again when the relay has trouble, as long as the page lives, and does not hurry', async () => {
    const { peer, track } = agree()
    const { batch } = peer.answers
    peer.answers.batch = () => refusal(503, 'unavailable')
    for (let n = 0; n < 30; n++) track(`${n}`)
    await pass(60_000)
    expect(batches(peer).length).toBeGreaterThan(6)
    expect(batches(peer).length).toBeLessThan(60)
    peer.answers.batch = batch!
    await pass(60_000)
    expect(new Set(names(peer)).size).toBe(30)
    const done = batches(peer).length
    await pass(60_000)
    expect(batches(peer)).toHaveLength(done)
  })

  it('waits as long as the relay asks', async () => {
    const { peer, track } = agree()
    peer.answers.batch = () => refusal(429, 'too_many', { 'retry-after': '7' })
    track('One')
    await pass(3_000)
    peer.answers.batch = () => ({ success: true })
    await pass(6_900)
    expect(batches(peer)).toHaveLength(1)
    await pass(200)
    expect(batches(peer)).toHaveLength(2)
  })

  it('goes on when the network is back, and when the tab is put aside', async () => {
    const { peer, tab, track } = agree()
    peer.is.reachable = false
    track('One')
    await pass(120_000)
    peer.is.reachable = true
    tab.is.chance = 1
    const before = batches(peer).length
    tab.happens('online')
    await pass()
    expect(batches(peer)).toHaveLength(before + 1)

    track('Two')
    tab.is.visible = false
    tab.happens('visibilitychange')
    await pass()
    expect(names(peer).at(-1)).toBe('Two')
  })

  it('takes along what fits when the page goes, also what is under way', async () => {
    const { tab, peer, track } = agree()
    peer.answers.batch = () => new Promise(() => {})
    track('Small')
    track('Big', { text: 'å'.repeat(40_000) })
    track('Medium', { text: 'x'.repeat(20_000) })
    await pass(3_000)
    tab.happens('pagehide')
    expect(tab.beacons).toHaveLength(1)
    const { url, body } = tab.beacons[0]!
    const { batch, writeKey } = JSON.parse(body) as Batch
    expect(url).toBe('https://relay.example/v1/batch')
    expect(writeKey).toBe('shop')
    expect((batch as TrackedEvent[]).map(({ event }) => event)).toEqual(['Small', 'Medium'])
    expect(new TextEncoder().encode(body).length).toBeLessThan(64 * 1024)

    tab.happens('pagehide')
    expect(tab.beacons).toHaveLength(1)
  })

  it('takes nothing along that was not agreed to', () => {
    const { tab, sdk } = visit()
    sdk.track('One')
    tab.happens('pagehide')
    sdk.destroy()
    expect(tab.beacons).toEqual([])
  })

  it('is finished for flush() when everything before it is', async () => {
    const { peer, track, flush } = agree()
    let answer = () => {}
    peer.answers.batch = () => new Promise(resolve => (answer = () => resolve({ success: true })))
    track('One')
    let isDone = false
    const flushed = flush().then(() => {
      isDone = true
    })
    await pass(1_000)
    expect(isDone).toBe(false)
    answer()
    await flushed
    expect(names(peer)).toEqual(['One'])
  })
})
