import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { formatColor, parseColor } from '../../../sdk/src/theme/contrast.ts'
import { paletteOf } from '../../../sdk/src/theme/palette.ts'

const css = readFileSync(
  join(import.meta.dirname, '../../../widget/src/loader/launcher.css'),
  'utf8'
)

/** A custom property of the style sheet, in light and in dark. */
function colorsOf(name: string): (string | undefined)[] {
  const value = new RegExp(`--segue-${name}: (.+);`).exec(css)?.[1] ?? ''
  const [light = '', dark = light] = value.replace(/^light-dark\(|\)$/g, '').split(', ')
  return [light, dark].map(color => formatColor(parseColor(color)!))
}

it('has the colours of those who name none written down as they would be worked out', () => {
  const { light, dark } = paletteOf({})
  expect(colorsOf('accent')).toEqual([light.accent, dark.accent])
  expect(colorsOf('on-accent')).toEqual([light.onAccent, dark.onAccent])
  expect(colorsOf('ink')).toEqual([light.ink, dark.ink])
  expect(colorsOf('rim')).toEqual([light.rim, dark.rim])
})
