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
} from '../../../sdk/src/theme/contrast.ts'
import { DEFAULT_ACCENT, paletteCss, paletteOf } from '../../../sdk/src/theme/palette.ts'

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

const hex = color.map(formatColor)
const brand = fc.record({ accent: hex, accentDark: hex, onAccent: hex }, { requiredKeys: [] })

describe('a palette', () => {
  it('can be read on every surface of the panel, and seen, light and dark, whatever the brand', () => {
    fc.assert(
      fc.property(brand, colors => {
        const palette = paletteOf(colors)
        for (const scheme of ['light', 'dark'] as const) {
          const [accent, onAccent, ink, edge] = ['accent', 'onAccent', 'ink', 'rim'].map(
            name => parseColor(palette[scheme][name as 'ink'])!
          )
          const [surface] = SURFACES[scheme]
          expect(contrast(onAccent!, accent!)).toBeGreaterThanOrEqual(4.5)
          for (const one of SURFACES[scheme]) {
            expect(contrast(ink!, one)).toBeGreaterThanOrEqual(4.5)
          }
          expect(contrast(accent!, surface!)).toBeGreaterThanOrEqual(1.4)
          expect(contrast(edge!, surface!)).toBeGreaterThanOrEqual(3)
        }
      })
    )
  })

  it('keeps the site’s colours where they can be read as they are', () => {
    const { light, dark } = paletteOf({
      ...{ accent: '#17624f', accentDark: '#7cccb9', onAccent: '#fffbe8' }
    })
    expect(light).toEqual({
      ...{ accent: '#17624f', onAccent: '#fffbe8', ink: '#17624f', rim: '#17624f' }
    })
    expect(dark).toMatchObject({ accent: '#7cccb9', onAccent: '#000000', ink: '#7cccb9' })
  })

  it('falls back to ours when the site named no colour, or something that is none', () => {
    const ours = paletteOf({ accent: DEFAULT_ACCENT })
    expect(paletteOf({})).toEqual(ours)
    expect(paletteOf({ accent: '} :host { display: none', onAccent: 'url(x)' })).toEqual(ours)
  })

  it('reaches the style sheet as custom properties, one value a scheme', () => {
    expect(paletteCss({ accent: '#ffd400' })).toMatch(
      /^:host\{--segue-accent:light-dark\(#ffd400,#ffd400\);--segue-on-accent:light-dark\(#000000,/
    )
  })
})
