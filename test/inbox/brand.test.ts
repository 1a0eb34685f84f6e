// @vitest-environment happy-dom
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { deskColors, wearBrand } from '../../relay/inbox/brand.ts'
import { contrast, formatColor, parseColor, type Rgb } from '../../sdk/src/theme/index.ts'

const part = fc.integer({ min: 0, max: 255 })
const hex = (fc.tuple(part, part, part) as fc.Arbitrary<Rgb>).map(formatColor)

const SURFACES = {
  light: ['#ffffff', '#f6f7f6', '#eef1ef'],
  dark: ['#141716', '#1f2422', '#232927']
}

it('any brand can be read in the inbox, light and dark, and on its own soft ground', () => {
  fc.assert(
    fc.property(hex, hex, (accent, accentDark) => {
      const colors = Object.values(deskColors({ accent, accentDark })).map(
        pair => /light-dark\((\S+), (\S+)\)/.exec(pair)!
      )
      for (const [scheme, at] of [
        ['light', 1],
        ['dark', 2]
      ] as const) {
        const [ink, on, soft] = colors.map(pair => parseColor(pair[at]!)!)
        for (const surface of [...SURFACES[scheme].map(one => parseColor(one)!), soft!]) {
          expect(contrast(ink!, surface)).toBeGreaterThanOrEqual(4.5)
        }
        expect(contrast(on!, ink!)).toBeGreaterThanOrEqual(4.5)
      }
    })
  )
})

it('is worn where all sites of an agent have the same, and taken off again', () => {
  const worn = () => document.documentElement.style.getPropertyValue('--segue-accent')
  const undo = wearBrand([{ accent: '#17624f' }, { accent: '#17624f' }])
  expect(worn()).toMatch(/^light-dark\(#17624f, #/)
  undo()
  expect(worn()).toBe('')
  wearBrand([{ accent: '#17624f' }, { accent: '#aa0000' }])
  expect(worn()).toBe('')
  wearBrand([{}])
  expect(worn()).toBe('')
})
