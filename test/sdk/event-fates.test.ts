import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { memoryStorage } from '../doubles/memory-storage.ts'
import { createTab } from '../doubles/page.ts'
import { createRelayPeer, refusal } from '../doubles/relay-peer.ts'
import { agree, batches, flushed, names } from '../doubles/stored-events.ts'
import { pass } from '../doubles/visit.ts'

beforeEach(() => void vi.useFakeTimers({ now: Date.UTC(2026, 8, 9, 12) }))
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const keptIn = ({ kept }: ReturnType<typeof memoryStorage>) =>
  [...kept.keys()].filter(key => key.includes(':event:'))

describe('what the relay says', () => {
  it('about a batch that is too large makes it two, and loses only what is too large alone', async () => {
    const { peer, on, track, flush } = agree()
    const dropped: string[] = []
    on('dropped', ({ events, reason }) => dropped.push(`${events[0]!.event} ${reason}`))
    const { batch } = peer.answers
    peer.answers.batch = call => {
      const events = call.body.batch as { event: string }[]
      const isBad = events.length > 2 || events.some(({ event }) => event === '3')
      return isBad ? refusal(413, 'too_large') : batch!(call)
    }
    for (let n = 1; n <= 5; n++) track(`${n}`)
    await flush()
    expect([...peer.events.values()].map(({ event }) => event)).toEqual(['1', '2', '4', '5'])
    expect(dropped).toEqual(['3 too_large'])
  })

  it('about one event loses that one, with its reason', async () => {
    const { peer, on, track, flush } = agree()
    const told: unknown[] = []
    on('dropped', ({ events, reason }) => told.push(['lost', events[0]!.event, reason]))
    on('delivered', events => told.push(events.map(({ event }) => event)))
    const refused = [{ index: 1, message: 'no such thing' }]
    peer.answers.batch = () => ({ success: true, stored: 2, refused })
    for (const name of ['One', 'Two', 'Three']) track(name)
    await flush()
    expect(told).toEqual([
      ['One', 'Three'],
      ['lost', 'Two', 'no such thing']
    ])
  })

  it.each([
    ['429 and seconds', 429, () => '60'],
    ['503 and a date', 503, () => new Date(Date.now() + 60_000).toUTCString()]
  ])('by %s is obeyed, also when the network comes and the page goes', async (_, status, value) => {
    const { peer, tab, track } = agree()
    peer.answers.batch = () => refusal(status, 'wait', { 'retry-after': value() })
    track('One')
    await pass(3_000)
    tab.happens('online')
    track('Two')
    await pass(55_000)
    tab.happens('pagehide')
    await pass()
    expect(batches(peer)).toHaveLength(1)
  })
})

it('drops at the call what no relay takes, and says so', () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue()
  const { peer, on, track, tab } = agree()
  const reasons: string[] = []
  on('dropped', ({ reason }) => reasons.push(reason))
  // Few characters, many bytes.
  track('Big', { text: '€'.repeat(11_000) })
  expect(reasons).toEqual(['too_large'])
  expect(warn).toHaveBeenCalledTimes(1)
  expect(keptIn(tab.local)).toEqual([])
  expect(names(peer)).toEqual([])
})

describe('what is kept', () => {
  it('is wiped when the visitor says no, and not kept before they say yes', () => {
    const { tab, sdk } = agree()
    sdk.track('One')
    expect(keptIn(tab.local)).toHaveLength(1)
    sdk.consent('denied')
    expect(keptIn(tab.local)).toEqual([])
  })

  it('is asked about, and sent again only where it is missing', async () => {
    const { peer, tab, track } = agree()
    for (const name of ['Arrives', 'Is lost']) track(name)
    tab.happens('pagehide')
    await pass()
    const [lost] = [...peer.events.values()].filter(({ event }) => event === 'Is lost')
    peer.events.delete(lost!.messageId)
    tab.load({ consent: 'granted' })
    await pass(5_000)
    await pass()
    expect(names(peer)).toEqual(['Arrives', 'Is lost', 'Is lost'])
    expect(peer.events.size).toBe(2)
    expect(keptIn(tab.local)).toEqual([])
  })

  it('waits in memory where the storage is full, and is delivered all the same', async () => {
    const local = memoryStorage()
    local.setItem = () => {
      throw new DOMException('Full.', 'QuotaExceededError')
    }
    const peer = createRelayPeer()
    const sdk = createTab(peer, { local }).load({ consent: 'granted' })
    sdk.track('One')
    await flushed(sdk)
    expect(names(peer)).toEqual(['One'])
  })
})

it('delivers every event once, whatever pages do', async () => {
  const step = fc.constantFrom('track', 'hide', 'leave', 'back', 'crash', 'cut', 'mend', 'wait')
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(step, fc.nat(2)), { minLength: 10, maxLength: 40 }),
      async steps => {
        const peer = createRelayPeer()
        const shared = createTab(peer)
        const { local } = shared
        const { alone } = shared.world
        const open = () => {
          const tab = createTab(peer, { local, alone })
          return { tab, sdk: tab.load({ consent: 'granted' }) }
        }
        const pages = [open(), open(), open()]
        let tracked = 0
        for (const [what, which] of steps) {
          const { tab, sdk } = pages[which]!
          if (what === 'track') sdk.track(`${tracked++}`)
          if (what === 'hide') {
            tab.is.visible = false
            tab.happens('visibilitychange')
            tab.is.visible = true
          }
          if (what === 'leave') tab.happens('pagehide')
          if (what === 'back') tab.happens('pageshow')
          // A new one in its place, and the old one never comes to anything again.
          if (what === 'crash') {
            sdk.destroy()
            pages[which] = open()
          }
          if (what === 'cut' || what === 'mend') peer.is.reachable = what === 'mend'
          if (what === 'wait') await pass(1_500)
        }
        peer.is.reachable = true
        for (const { tab } of pages) tab.happens('pageshow')
        for (let n = 0; n < 40; n++) await pass(5_000)
        expect(peer.events.size).toBe(tracked)
        expect(keptIn(local)).toEqual([])
        for (const { sdk } of pages) sdk.destroy()
      }
    ),
    { numRuns: 100 }
  )
})
