import type { TrackedEvent } from '@segue/sdk'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { stored } from '../doubles/stored-events.ts'
import { visit } from '../doubles/visit.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const arrivals = (peer: Parameters<typeof stored>[0]) =>
  stored(peer).map(({ context }: TrackedEvent) => [context!.campaign, context!.referrer])

describe('what brought the visitor here', () => {
  it('is told with every event, in the words of the Segment spec, and nothing else of the query', async () => {
    const { peer, tab } = visit()
    tab.is.landing =
      'https://shop.example/shop?utm_source=news&utm_medium=mail&utm_campaign=May&utm___proto__=x&gclid=1&token=secret#secret'
    const sdk = tab.load({ consent: 'granted' })
    sdk.track('Looked')
    await sdk.flush()
    const campaign = { source: 'news', medium: 'mail', name: 'May' }
    expect(arrivals(peer)).toMatchObject([[campaign, { url: 'https://search.example/' }]])
    expect(JSON.stringify(peer.calls)).not.toMatch(/secret|gclid/)
  })

  it('is kept for the visit, its first page first', async () => {
    const { peer, tab } = visit()
    tab.is.landing = 'https://shop.example/?utm_source=news'
    tab.load({ consent: 'granted' })
    tab.is.landing = 'https://shop.example/cart?utm_source=later'
    tab.is.referrer = 'https://shop.example/'
    const next = tab.load({ consent: 'granted' })
    next.track('Looked')
    await next.flush()
    expect(arrivals(peer)).toEqual([[{ source: 'news' }, { url: 'https://search.example/' }]])
  })

  it('is nothing when it is the site itself, and stored only once that is agreed to', async () => {
    const { peer, tab } = visit()
    tab.is.referrer = 'https://shop.example/start'
    tab.is.landing = 'https://shop.example/?utm_source=news'
    const sdk = tab.load()
    sdk.track('Looked')
    expect(tab.session.kept.size).toBe(0)
    sdk.consent('granted')
    await sdk.flush()
    expect(arrivals(peer)).toEqual([[{ source: 'news' }, undefined]])
    expect(tab.session.kept.size).toBe(1)
    sdk.consent('denied')
    expect(tab.session.kept.size).toBe(0)
  })

  it('may be unknown', async () => {
    const { peer, tab } = visit()
    tab.is.landing = ''
    const sdk = tab.load({ consent: 'granted' })
    sdk.track('Looked')
    await sdk.flush()
    expect(arrivals(peer)).toEqual([[undefined, undefined]])
  })
})
