import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  findCodes,
  hashCode,
  mintCode,
  stripCode
} from '../../../relay/src/core/handoff/handoff-code.ts'

const bytes = fc.uint8Array({ minLength: 8, maxLength: 8 })

/** The ways people and phones write a code. */
const written = bytes.chain(random => {
  const code = mintCode(random)
  return fc
    .tuple(
      fc.array(fc.constantFrom('', ' ', '-', '  ', ' - '), { minLength: 7, maxLength: 7 }),
      fc.boolean(),
      fc.boolean()
    )
    .map(([gaps, isLower, isMisread]) => {
      let text = [...code.replace('-', '')].map((letter, at) => letter + (gaps[at] ?? '')).join('')
      if (isMisread) text = text.replaceAll('0', 'O').replaceAll('1', 'l')
      return { code, text: isLower ? text.toLowerCase() : text }
    })
})

describe('handoff codes', () => {
  it('are eight letters and digits without look-alikes, in two groups', () => {
    fc.assert(
      fc.property(bytes, random => {
        expect(mintCode(random)).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
      })
    )
  })

  it('are found after a # however they are written, whatever stands around them', () => {
    const noise = fc.string({ unit: 'grapheme', maxLength: 40 }).filter(text => !text.includes('#'))
    fc.assert(
      fc.property(written, noise, noise, ({ code, text }, before, after) => {
        const found = findCodes(`${before} #${text}, ${after}`)
        expect(found.map(candidate => hashCode(candidate.code))).toContain(hashCode(code))
      })
    )
  })

  it('are taken out of a message and leave the rest as it was', () => {
    const text = 'Continue my chat from example.com #k7q2 m9xd please'
    const found = findCodes(text).find(({ code }) => code === 'K7Q2M9XD')!
    expect(stripCode(text, found)).toBe('Continue my chat from example.com please')
  })

  it('are not guessed from a long text', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 0, maxLength: 3000 }), text => {
        expect(findCodes(text).length).toBeLessThanOrEqual(32)
      })
    )
  })
})
