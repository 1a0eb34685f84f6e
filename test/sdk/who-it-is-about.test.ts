import type { TrackedEvent } from '@segue/sdk/protocol'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { agree, flushed, stored } from '../doubles/stored-events.ts'

beforeEach(() => void vi.useFakeTimers({ now: Date.UTC(2026, 8, 9, 12) }))
afterEach(() => void vi.useRealTimers())

describe('who an event is about', () => {
  it('is said with every event, with all that is known of them', async () => {
    const { peer, identify, track, flush } = agree()
    identify(null, { plan: 'gold' })
    identify({ plan: 'gold' })
    identify('ada', { seats: 2 })
    identify('ada', { plan: 'silver' })
    track('Signed In')
    await flush()
    expect(stored(peer).map(({ userId, traits }) => [userId, traits])).toEqual([
      [undefined, { plan: 'gold' }],
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
    await flushed({ flush })
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
    await flushed(next)
    const other = tab.load()
    other.identify('bo')
    other.consent('granted')
    await flushed(other)
    const [ada, still, bo] = stored(peer)
    expect(still).toMatchObject({ userId: 'ada', anonymousId: ada!.anonymousId })
    expect(bo).toMatchObject({ userId: 'bo', traits: {} })
    expect(bo!.anonymousId).not.toBe(ada!.anonymousId)
  })

  it('belongs to a group until there is another one, or another user', async () => {
    const { peer, tab, identify, group, track, reset, flush } = agree()
    identify('ada')
    group('acme', { seats: 4 })
    group('acme', { plan: 'gold' })
    track('In Acme')
    const next = tab.load({ consent: 'granted' })
    next.track('Still in Acme')
    await flushed(next)
    group('umbrella')
    identify('bo')
    group('acme')
    reset()
    track('Nobody')
    await flushed({ flush })
    const told = ({ type, groupId, traits, context }: TrackedEvent) => [
      type,
      groupId,
      traits,
      context!.groupId
    ]
    expect(stored(peer).map(told)).toEqual([
      ['track', undefined, undefined, 'acme'],
      ['identify', undefined, {}, undefined],
      ['group', 'acme', { seats: 4 }, 'acme'],
      ['group', 'acme', { seats: 4, plan: 'gold' }, 'acme'],
      ['track', undefined, undefined, 'acme'],
      ['group', 'umbrella', {}, 'umbrella'],
      ['identify', undefined, {}, undefined],
      ['group', 'acme', {}, 'acme'],
      ['track', undefined, undefined, undefined]
    ])
  })

  it('is the same in every tab, as soon as it is agreed that it is kept', async () => {
    const { peer, tab, identify, reset, flush } = agree()
    const other = tab.load({ consent: 'granted' })
    other.track('Anonymous')
    identify('ada', { plan: 'gold' })
    other.track('As Ada')
    reset()
    other.track('Signed Out')
    await flushed(other)
    await flushed({ flush })
    const named = (name: string) => stored(peer).find(({ event }) => event === name)
    const [anonymous, ada, out] = ['Anonymous', 'As Ada', 'Signed Out'].map(named)
    expect(ada).toMatchObject({ userId: 'ada', anonymousId: anonymous!.anonymousId })
    expect(out).not.toHaveProperty('userId')
    expect(out!.anonymousId).not.toBe(ada!.anonymousId)
  })

  it('stays the same under an alias', async () => {
    const { peer, identify, alias, track, flush } = agree()
    alias('ada')
    identify('ada')
    alias('ada@new', 'ada@old')
    track('Still Ada')
    await flush()
    const [first, , second, still] = stored(peer)
    expect(first).toMatchObject({ userId: 'ada', previousId: first!.anonymousId })
    expect(second).toMatchObject({ userId: 'ada@new', previousId: 'ada@old' })
    expect(still).toMatchObject({ userId: 'ada', anonymousId: first!.anonymousId })
  })
})
