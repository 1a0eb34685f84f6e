import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  BLACK,
  contrast,
  formatColor,
  parseColor,
  type Rgb,
  readableOn,
  WHITE,
  withContrast
} from '../../../widget/src/theme/contrast.ts'
import { DEFAULT_ACCENT, paletteCss, paletteOf } from '../../../widget/src/theme/palette.ts'

const part = fc.integer({ min: 0, max: 255 })
const color = fc.tuple(part, part, part) as fc.Arbitrary<Rgb>

/** What the panel is drawn on, as its style sheets have it. */
const SURFACES = {
  light: [parseColor('#ffffff')!, parseColor('#f1f1ee')!],
  dark: [parseColor('#1b1c1d')!, parseColor('#2a2c2e')!]
}

describe('a colour', () => {
  it('is read with three or six digits, and nothing else is', () => {
    expect(parseColor('#0a8')).toEqual([0, 170, 136])
    expect(parseColor(' #00AA88 ')).toEqual([0, 170, 136])
    for (const wrong of ['', 'red', '#12', '#1234', '00aa88', '#00aa8g', 'url(#abc)']) {
      expect(parseColor(wrong), wrong).toBeUndefined()
    }
  })

  it('is the same when it is written and read again', () => {
    fc.assert(
      fc.property(color, rgb => {
        expect(parseColor(formatColor(rgb))).toEqual(rgb)
      })
    )
  })

  it('has the contrast that WCAG says', () => {
    expect(contrast(WHITE, BLACK)).toBeCloseTo(21, 5)
    expect(contrast(parseColor('#767676')!, WHITE)).toBeCloseTo(4.54, 2)
    expect(contrast(WHITE, WHITE)).toBe(1)
  })

  it('always has a text colour that can be read on it', () => {
    fc.assert(
      fc.property(color, rgb => {
        expect(contrast(readableOn(rgb), rgb)).toBeGreaterThanOrEqual(4.5)
      })
    )
  })

  it('stands out by as much as was asked, and stays itself where it already does', () => {
    fc.assert(
      fc.property(color, color, fc.constantFrom(1.4, 3, 4.5), (one, other, ratio) => {
        const changed = withContrast(one, other, ratio)
        expect(contrast(changed, other)).toBeGreaterThanOrEqual(ratio)
        if (contrast(one, other) >= ratio) expect(changed).toEqual(one)
      })
    )
  })
})

describe('a palette', () => {
  it('can be read on every surface of the panel, light and dark, whatever the accent', () => {
    fc.assert(
      fc.property(color, rgb => {
        const palette = paletteOf(formatColor(rgb))
        for (const scheme of ['light', 'dark'] as const) {
          const [accent, onAccent, ink] = ['accent', 'onAccent', 'ink'].map(
            name => parseColor(palette[scheme][name as 'ink'])!
          )
          expect(contrast(onAccent!, accent!)).toBeGreaterThanOrEqual(4.5)
          for (const surface of SURFACES[scheme]) {
            expect(contrast(ink!, surface)).toBeGreaterThanOrEqual(4.5)
          }
          expect(contrast(accent!, SURFACES[scheme][0]!)).toBeGreaterThanOrEqual(1.4)
        }
      })
    )
  })

  it('falls back to ours when the site named no colour, or something that is none', () => {
    expect(paletteOf(undefined)).toEqual(paletteOf(DEFAULT_ACCENT))
    expect(paletteOf('} :host { display: none')).toEqual(paletteOf(DEFAULT_ACCENT))
  })

  it('reaches the style sheet as custom properties, one value a scheme', () => {
    expect(paletteCss('#ffd400')).toMatch(
      /^:host\{--segue-accent:light-dark\(#ffd400,#ffd400\);--segue-on-accent:light-dark\(#000000,/
    )
  })
})
