import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { retryDelay } from '../../../relay/src/core/delivery/retry-delay.ts'

const almostOne = () => 0.999999

describe('the wait before another attempt', () => {
  it('grows with every attempt, up to five minutes', () => {
    const longest = [1, 2, 3, 4, 20].map(attempts => retryDelay(attempts, { random: almostOne }))
    expect(longest).toEqual([1000, 2000, 4000, 8000, 300_000])
  })

  it('may be nothing at all, so that many who failed together do not come back together', () => {
    expect(retryDelay(10, { random: () => 0 })).toBe(0)
  })

  it('is never shorter than what the network asked for, nor much longer', () => {
    expect(retryDelay(1, { retryAfterMs: 30_000, random: () => 0 })).toBe(30_000)
    expect(retryDelay(1, { retryAfterMs: 30_000, random: almostOne })).toBe(33_000)
  })

  it('is finite for whatever a network asks', () => {
    const asked = fc.record(
      { retryAfterMs: fc.double({ noNaN: true, min: -1e300, max: 1e300 }) },
      { requiredKeys: [] }
    )
    fc.assert(
      fc.property(fc.nat(), asked, fc.double({ min: 0, max: 1, noNaN: true }), (n, ask, dice) => {
        const wait = retryDelay(n, { ...ask, random: () => dice })
        expect(wait).toBeGreaterThanOrEqual(0)
        expect(wait).toBeLessThanOrEqual(66 * 60_000)
      })
    )
  })
})
