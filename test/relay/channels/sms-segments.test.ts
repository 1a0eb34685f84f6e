import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { smsSize } from '../../../relay/src/channels/sms-segments.ts'
import { plainForSms } from '../../../relay/src/channels/sms-text.ts'

const ANY = fc.string({ unit: 'grapheme-composite', maxLength: 400 })
const GSM = fc.string({
  unit: fc.constantFrom(...'abc åäö ÅÄÖ é @£$ 123 .,!?-\'" ^{}[]~\\|€'),
  maxLength: 400
})

describe('the size of an SMS', () => {
  it.each([
    ['nothing', '', 'gsm7', 0, 0],
    ['160 letters', 'x'.repeat(160), 'gsm7', 160, 1],
    ['161 letters', 'x'.repeat(161), 'gsm7', 161, 2],
    ['306 letters', 'x'.repeat(306), 'gsm7', 306, 2],
    ['307 letters', 'x'.repeat(307), 'gsm7', 307, 3],
    ['Swedish', 'Räksmörgås på É', 'gsm7', 15, 1],
    ['characters that count twice', '€{}[]~^|\\', 'gsm7', 18, 1],
    ['70 letters and a curly quote among them', `${'x'.repeat(69)}’`, 'ucs2', 70, 1],
    ['one more', `${'x'.repeat(70)}’`, 'ucs2', 71, 2],
    ['an emoji', '🙂', 'ucs2', 2, 1],
    ['Greek capitals', 'ΔΦΓΛΩΠΨΣΘΞ', 'gsm7', 10, 1],
    ['Greek letters', 'αβγ', 'ucs2', 3, 1]
  ] as const)('of %s is counted as operators do', (_, text, encoding, units, segments) => {
    expect(smsSize(text)).toEqual({ encoding, units, segments })
  })

  it('never cuts a character in half', () => {
    // 152 letters and one that counts twice: it moves on, and leaves a place empty.
    expect(smsSize(`${'x'.repeat(152)}€${'x'.repeat(151)}`).segments).toBe(2)
    expect(smsSize(`${'x'.repeat(152)}€${'x'.repeat(152)}`).segments).toBe(3)
    expect(smsSize('🙂'.repeat(33)).segments).toBe(1)
    expect(smsSize(`漢${'🙂'.repeat(35)}`).segments).toBe(2)
    expect(smsSize('🙂'.repeat(67)).segments).toBe(3)
  })

  it('has room for every unit, and wastes less than one place a segment', () => {
    fc.assert(
      fc.property(fc.oneof(ANY, GSM), text => {
        const { encoding, units, segments } = smsSize(text)
        const [single, several] = encoding === 'gsm7' ? [160, 153] : [70, 67]
        expect(units).toBeLessThanOrEqual(segments <= 1 ? single : segments * several)
        expect(units).toBeGreaterThan(segments <= 1 ? segments - 1 : (segments - 1) * (several - 1))
      })
    )
  })

  it('only grows with the text', () => {
    fc.assert(
      fc.property(GSM, ANY, (start, end) => {
        expect(smsSize(start + end).segments).toBeGreaterThanOrEqual(smsSize(start).segments)
      })
    )
  })
})

describe('typographic characters', () => {
  it('become plain where that makes the SMS cheaper', () => {
    const text = `“Hej” – det är fint… Vi’ses${'!'.repeat(50)}`
    expect(plainForSms(text)).toBe(`"Hej" - det är fint... Vi'ses${'!'.repeat(50)}`)
  })

  it('stay where they cost nothing more', () => {
    for (const text of ['Vi’ses', `Vi’ses 🙂${'x'.repeat(200)}`, 'Räksmörgås']) {
      expect(plainForSms(text)).toBe(text)
    }
  })

  it('never make an SMS dearer, and are made plain once and for all', () => {
    fc.assert(
      fc.property(ANY, text => {
        const plain = plainForSms(text)
        expect(smsSize(plain).segments).toBeLessThanOrEqual(smsSize(text).segments)
        expect(plainForSms(plain)).toBe(plain)
      })
    )
  })
})
