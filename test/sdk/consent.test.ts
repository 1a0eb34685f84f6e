import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { names, stored } from '../doubles/stored-events.ts'
import { pass, visit } from '../doubles/visit.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const keptIn = ({ local, session }: ReturnType<typeof visit>['tab']) => [
  ...local.kept.entries(),
  ...session.kept.entries()
]

describe('consent', () => {
  it('that is pending stores and sends nothing, and forgets it all with the page', async () => {
    const { peer, tab, sdk } = visit()
    sdk.identify('ada', { plan: 'gold' })
    sdk.group('acme')
    sdk.track('Looked')
    await pass(60_000)
    tab.happens('pagehide')
    sdk.destroy()
    expect(keptIn(tab)).toEqual([])
    expect([peer.calls, tab.beacons]).toEqual([[], []])
  })

  it('that is taken back stops what is stored, and goes on from memory', async () => {
    const { peer, tab, sdk } = visit({ consent: 'granted' })
    sdk.identify('ada')
    await sdk.flush()
    const before = keptIn(tab)
    sdk.consent('pending')
    sdk.identify('ada', { plan: 'gold' })
    sdk.track('Held')
    await pass(60_000)
    expect(keptIn(tab)).toEqual(before)
    expect(stored(peer)).toHaveLength(1)
    sdk.consent('granted')
    await sdk.flush()
    expect(stored(peer).slice(1)).toMatchObject([
      { userId: 'ada', traits: { plan: 'gold' } },
      { userId: 'ada', event: 'Held' }
    ])
  })

  it('that is refused leaves nothing of the user', async () => {
    const { peer, tab, sdk } = visit({ consent: 'granted' })
    sdk.identify('ada', { plan: 'gold' })
    sdk.group('acme')
    await sdk.flush()
    sdk.consent('denied')
    sdk.track('Unheard')
    sdk.identify('bo')
    expect(keptIn(tab)).toEqual([])
    sdk.consent('granted')
    sdk.track('Heard')
    await sdk.flush()
    expect(names(peer)).toEqual([undefined, undefined, 'Heard'])
    // Said while it was refused, in memory and for this page alone.
    expect(stored(peer).at(-1)).toMatchObject({ userId: 'bo' })
    expect(stored(peer).at(-1)!.anonymousId).not.toBe(stored(peer)[0]!.anonymousId)
  })

  it('cannot be given against a signal of the browser that the site honors', async () => {
    const { peer, tab } = visit()
    tab.is.signals = ['gpc']
    const honoring = tab.load({ consent: 'granted', honor: ['dnt', 'gpc'] })
    honoring.consent('granted')
    honoring.track('Unheard')
    await honoring.flush()
    expect([peer.calls, keptIn(tab)]).toEqual([[], []])
    const other = tab.load({ consent: 'granted', honor: ['dnt'] })
    other.track('Heard')
    await other.flush()
    expect(names(peer)).toEqual(['Heard'])
  })
})
