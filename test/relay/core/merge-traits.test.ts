import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  knownName,
  markTraits,
  mergeTraits
} from '../../../relay/src/core/identity/merge-traits.ts'

const part = fc
  .tuple(
    fc.dictionary(fc.constantFrom('a', 'b', 'name', '__proto__'), fc.jsonValue({ maxDepth: 1 })),
    fc.integer({ min: 1, max: 3 }),
    fc.boolean()
  )
  .map(([traits, at, signed]) => markTraits(traits, [at, signed]))

describe('traits', () => {
  it('are the same in whatever order, and however often, they are told', () => {
    const shuffled = fc
      .array(part, { maxLength: 6 })
      .chain(parts =>
        fc.tuple(
          fc.constant(parts),
          fc.shuffledSubarray([...parts, ...parts], { minLength: parts.length * 2 })
        )
      )
    fc.assert(
      fc.property(shuffled, ([parts, again]) => {
        const oneByOne = again.reduce((known, told) => mergeTraits(known, told), mergeTraits())
        expect(JSON.stringify(oneByOne)).toBe(JSON.stringify(mergeTraits(...parts)))
      })
    )
  })

  it('are those told last, but never over what the site signed', () => {
    const { traits } = mergeTraits(
      markTraits({ plan: 'gold' }, [1, true]),
      markTraits({ plan: 'free', city: 'Umeå' }, [3, false]),
      markTraits({ city: 'Kiruna' }, [2, false])
    )
    expect(traits).toEqual({ plan: 'gold', city: 'Umeå' })
  })

  it('do not grow without end: the newest stay', () => {
    const many = Array.from({ length: 400 }, (_, n) => markTraits({ [`t${n}`]: n }, [n, false]))
    const { traits } = mergeTraits(...many)
    expect(Object.keys(traits)).toHaveLength(300)
    expect(traits.t399).toBe(399)
  })

  it('reach no prototype', () => {
    const { traits } = mergeTraits(
      markTraits(JSON.parse('{"__proto__":{"admin":true}}'), [1, false])
    )
    expect(({} as Record<string, unknown>).admin).toBeUndefined()
    expect(Object.getPrototypeOf(traits)).toBe(Object.prototype)
  })

  it('tell a name, and how good it is', () => {
    const told = mergeTraits(markTraits({ firstName: 'Ada', lastName: 'L' }, [4, false]))
    expect(knownName(told)).toEqual({ name: 'Ada L', nameRank: 1, nameAt: 4 })
    expect(knownName(mergeTraits(markTraits({ name: 'Ada' }, [4, true])))?.nameRank).toBe(2)
    expect(knownName(mergeTraits())).toBeUndefined()
  })
})
