import { Batch as BatchSchema, TrackedEvent as EventSchema } from '@segue/sdk/protocol'
import { Compile } from 'typebox/compile'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { asOf } from '../../sdk/src/as-of.ts'
import { agree, batches, stored } from '../doubles/stored-events.ts'
import { pass, visit } from '../doubles/visit.ts'

beforeEach(() => void vi.useFakeTimers({ now: Date.UTC(2026, 8, 9, 12) }))
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

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
          referrer: { url: 'https://search.example/' },
          library: { name: '@segue/sdk' }
        }
      }
    ])
  })

  it('goes to the relay as text, so that no permission is asked first', async () => {
    const { peer, track, identify, page, screen, group, alias, flush } = agree()
    track('Signed Up')
    identify('ada', { plan: 'gold' })
    page('Cart', { items: 2 })
    screen('Basket', { items: 2 })
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
      { type: 'screen', name: 'Basket', properties: { items: 2, name: 'Basket' } },
      { type: 'group', groupId: 'acme', traits: { seats: 4 } },
      { type: 'alias', userId: 'ada@new', previousId: 'ada' }
    ])
  })

  it('takes its values and its time when it is made', async () => {
    const { peer, sdk } = visit()
    const cart = { items: ['cup'] }
    sdk.track('Cart Viewed', cart)
    sdk.identify({ cart })
    cart.items.push('pot')
    sdk.identify('ada')
    await pass(60_000)
    sdk.consent('granted')
    await sdk.flush()
    expect(stored(peer)).toMatchObject([
      { properties: { items: ['cup'] }, timestamp: '2026-09-09T12:00:00.000Z' },
      { traits: { cart: { items: ['cup'] } } },
      { userId: 'ada', traits: { cart: { items: ['cup'] } } }
    ])
    expect(batches(peer)[0]!.sentAt).toBe('2026-09-09T12:01:00.000Z')
  })

  it('may be made for another time and page, by those who queued it before loading', async () => {
    const { peer, sdk } = agree()
    const then = { at: Date.UTC(2026, 8, 9, 11), url: 'https://shop.example/mug', title: 'Mug' }
    asOf(sdk, then, () => {
      sdk.page()
      sdk.identify('ada')
    })
    expect(() =>
      asOf(sdk, then, () => {
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
    for (const _ of [1, 2]) {
      wrong.track!()
      wrong.identify!('', { name: 'Somebody else' })
      wrong.identify!(() => 'ada')
      wrong.group!('')
      wrong.alias!(null)
      wrong.alias!('ada', {})
      wrong.track!('x'.repeat(257))
    }
    wrong.identify!(42)
    await sdk.flush()
    expect(warn).toHaveBeenCalledTimes(5)
    expect(stored(peer).map(({ type, userId, traits }) => [type, userId, traits])).toEqual([
      ['identify', '42', {}]
    ])
  })

  it('goes without what JSON cannot hold', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
    const { peer, track, identify, flush } = agree()
    const cycle: Record<string, unknown> = {}
    cycle.self = cycle
    const thrower = Object.defineProperty({}, 'total', {
      enumerable: true,
      get() {
        throw new Error('a mistake of the page')
      }
    })
    const { proxy, revoke } = Proxy.revocable({}, {})
    revoke()
    const lost = [cycle, thrower, proxy, ['a'], 'text', () => 1]
    for (const value of lost) track('Lost', value as never)
    identify('ada', cycle)
    track('Kept', { at: new Date(0), big: 9n, call() {}, none: undefined, proto: new Map() })
    track('Nothing', null as never)
    await flush()
    expect(warn).toHaveBeenCalledTimes(2)
    expect(stored(peer).map(({ properties, traits }) => properties ?? traits)).toEqual([
      ...lost.map(() => ({})),
      {},
      { at: '1970-01-01T00:00:00.000Z', big: '9', proto: {} },
      {}
    ])
  })
})
