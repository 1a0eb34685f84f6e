import type { Entry } from '@segue/sdk/protocol'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeEntries, prependEntries } from '../../../relay/inbox/fold/merge-entries.ts'

const entry = (seq: number): Entry => ({ type: 'hidden', seq })
const numbers = (entries: readonly Entry[]) => entries.map(({ seq }) => seq)

describe('entries that arrive', () => {
  it('are taken when they come next', () => {
    const { entries, seq, gap } = mergeEntries([entry(1)], 1, [entry(2), entry(3)])
    expect([numbers(entries), seq, gap]).toEqual([[1, 2, 3], 3, false])
  })

  it('are dropped when they are there already', () => {
    const known = [entry(1), entry(2)]
    expect(mergeEntries(known, 2, [entry(1), entry(2)])).toEqual({
      entries: known,
      seq: 2,
      gap: false
    })
  })

  it('are not taken beyond a gap, which is told', () => {
    const { entries, seq, gap } = mergeEntries([entry(1)], 1, [entry(2), entry(4)])
    expect([numbers(entries), seq, gap]).toEqual([[1, 2], 2, true])
  })

  it('leave the thread whole, whatever is repeated, lost or out of order', () => {
    const arrivals = fc.array(fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 6 }))
    fc.assert(
      fc.property(arrivals, batches => {
        let thread = { entries: [] as readonly Entry[], seq: 0 }
        for (const batch of batches) {
          thread = mergeEntries(thread.entries, thread.seq, batch.map(entry))
        }
        const whole = Array.from({ length: thread.seq }, (_, index) => index + 1)
        expect(numbers(thread.entries)).toEqual(whole)
      })
    )
  })
})

describe('an earlier page', () => {
  it('goes before what is known, without what overlaps', () => {
    const joined = prependEntries([entry(5), entry(6)], [entry(3), entry(4), entry(5)])
    expect(numbers(joined)).toEqual([3, 4, 5, 6])
  })

  it('is refused when it does not touch what is known', () => {
    const known = [entry(9)]
    expect(prependEntries(known, [entry(3), entry(4)])).toBe(known)
  })
})
