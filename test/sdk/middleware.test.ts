import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { agree, names, stored } from '../doubles/stored-events.ts'
import { visit } from '../doubles/visit.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

describe('a middleware', () => {
  it('may change an event before anybody hears of it, and not what the page holds', async () => {
    const { peer, use, on, track, identify, flush } = agree()
    const heard: unknown[] = []
    on('queued', ({ properties }) => void heard.push(properties))
    use(event => {
      delete event.properties?.card
      if (event.traits) event.traits.email = '(redacted)'
      return event
    })
    const order = { total: 399, card: '4111' }
    track('Order Completed', order)
    identify('ada', { email: 'ada@example.com' })
    await flush()
    expect(order).toEqual({ total: 399, card: '4111' })
    expect(heard).toEqual([{ total: 399 }, undefined])
    expect(stored(peer)).toMatchObject([
      { properties: { total: 399 } },
      { userId: 'ada', traits: { email: '(redacted)' } }
    ])
    expect(JSON.stringify(peer.calls)).not.toMatch(/4111|ada@/)
  })

  it('lets an event go on as it left it, puts another in its place, or drops it', async () => {
    const { peer, use, track, flush } = agree()
    use(({ event, properties }) => {
      if (event === 'Changed') properties!.by = 'middleware'
      return undefined
    })
    use(event => (event.event === 'Dropped' ? null : { ...event, event: `Our ${event.event}` }))
    track('Changed')
    track('Dropped')
    await flush()
    expect(stored(peer)).toMatchObject([{ event: 'Our Changed', properties: { by: 'middleware' } }])
    expect(stored(peer)).toHaveLength(1)
  })

  it('runs after those before it, until it is undone', async () => {
    const { peer, use, track, flush } = agree()
    const add = (letter: string) => use(event => ({ ...event, event: `${event.event}${letter}` }))
    const undo = add('a')
    add('b')
    track('1')
    undo()
    undo()
    track('2')
    await flush()
    expect(names(peer)).toEqual(['1ab', '2b'])
  })

  it('that fails drops the event, as what it should have hidden would be seen', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
    const { peer, use, track, flush } = agree()
    const undo = use(event => (event.properties as never as { list: string[] }).list[0] as never)
    track('Lost', { secret: 1 })
    track('Lost', { secret: 2 })
    undo()
    const later = use((async () => null) as never)
    track('Lost', { secret: 3 })
    later()
    track('Kept')
    await flush()
    expect(names(peer)).toEqual(['Kept'])
    expect(warn).toHaveBeenCalledTimes(2)
  })

  it('is not asked when nothing may be taken', () => {
    const { sdk } = visit({ consent: 'denied' })
    let asked = 0
    sdk.use(event => {
      asked += 1
      return event
    })
    sdk.track('Nothing')
    expect(asked).toBe(0)
  })
})
