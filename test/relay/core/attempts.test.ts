import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countAttempts } from '../../../relay/src/core/attempts.ts'

const MINUTE = 60_000

const withClock = () => {
  let moment = 1_000_000
  return { allow: countAttempts(() => moment), pass: (ms: number) => (moment += ms) }
}

describe('counting attempts', () => {
  it('allows as many as it is told, for each key', () => {
    const { allow } = withClock()
    const tries = [1, 2, 3].map(() => allow('a', 2, MINUTE))
    expect(tries).toEqual([true, true, false])
    expect(allow('b', 2, MINUTE)).toBe(true)
  })

  it('slides: each attempt stops counting when its own window is over', () => {
    const { allow, pass } = withClock()
    allow('a', 2, MINUTE)
    pass(MINUTE / 2)
    allow('a', 2, MINUTE)
    pass(MINUTE / 2)
    expect(allow('a', 2, MINUTE)).toBe(true)
    expect(allow('a', 2, MINUTE)).toBe(false)
  })

  it('does not hold refused attempts against anybody', () => {
    const { allow, pass } = withClock()
    allow('a', 1, MINUTE)
    for (let n = 0; n < 50; n++) {
      pass(MINUTE / 100)
      expect(allow('a', 1, MINUTE)).toBe(false)
    }
    pass(MINUTE / 2)
    expect(allow('a', 1, MINUTE)).toBe(true)
  })

  it('allows nothing where nothing is allowed', () => {
    expect(withClock().allow('a', 0, MINUTE)).toBe(false)
  })

  it('never lets more than the limit through in any window', () => {
    const steps = fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 100 })
    fc.assert(
      fc.property(steps, fc.integer({ min: 1, max: 5 }), (waits, max) => {
        const { allow, pass } = withClock()
        const times = waits.flatMap(ms => {
          const at = pass(ms)
          return allow('a', max, 1000) ? [at] : []
        })
        for (const at of times) {
          expect(times.filter(t => t > at - 1000 && t <= at).length).toBeLessThanOrEqual(max)
        }
      })
    )
  })

  it('forgets the keys used longest ago when there are too many, and keeps those in use', () => {
    const { allow } = withClock()
    allow('first', 1, MINUTE)
    allow('busy', 1, MINUTE)
    for (let n = 0; n < 30_000; n++) {
      allow(`flood ${n}`, 1, MINUTE)
      if (n % 1000 === 0) expect(allow('busy', 1, MINUTE)).toBe(false)
    }
    expect(allow('first', 1, MINUTE)).toBe(true)
  })
})
