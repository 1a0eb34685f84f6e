import type { Batch, TrackedEvent } from '@segue/sdk/protocol'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { refusal } from '../doubles/relay-peer.ts'
import { agree, batches, flushed, names, stored } from '../doubles/stored-events.ts'
import { pass, visit } from '../doubles/visit.ts'

beforeEach(() => void vi.useFakeTimers({ now: Date.UTC(2026, 8, 9, 12) }))
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
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
    await flushed(sdk)
    const [one, two] = stored(first.peer)
    expect(two!.anonymousId).toBe(one!.anonymousId)
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
    await pass(1_100)
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

  it('takes along what fits when the page goes, and leaves what is under way alone', async () => {
    const { tab, peer, track } = agree()
    peer.answers.batch = () => new Promise(() => {})
    track('Under way', { text: 'x'.repeat(10_000) })
    await pass(3_000)
    track('Small')
    track('Big', { text: 'å'.repeat(15_000) })
    track('Medium', { text: 'x'.repeat(20_000) })
    tab.happens('pagehide')
    expect(tab.beacons).toHaveLength(1)
    const { url, body } = tab.beacons[0]!
    const { batch, writeKey } = JSON.parse(body) as Batch
    expect(url).toBe('https://relay.example/v1/batch')
    expect(writeKey).toBe('shop')
    expect((batch as TrackedEvent[]).map(({ event }) => event)).toEqual(['Small', 'Big'])
    expect(new TextEncoder().encode(body).length).toBeLessThan(54 * 1024)

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
