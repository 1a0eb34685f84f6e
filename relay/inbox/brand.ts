import {
  type BrandColors,
  formatColor,
  parseColor,
  type Rgb,
  readableOn,
  withContrast
} from '@segue/sdk/theme'

/** What the inbox is drawn on, as `styles/base.css` has it: the surface, and the furthest from it that bears text. */
const SURFACES = {
  light: { surface: [255, 255, 255], bubble: [238, 241, 239] },
  dark: { surface: [20, 23, 22], bubble: [35, 41, 39] }
} as const

const mix = (color: Rgb, into: Rgb, share: number): Rgb =>
  color.map((part, i) => Math.round(into[i]! + (part - into[i]!) * share)) as unknown as Rgb

/** One scheme of the inbox in a site's colour: text in it can be read on everything, and text on it too. */
function fit(color: Rgb, { surface, bubble }: { surface: Rgb; bubble: Rgb }) {
  const soft = mix(color, surface, 0.12)
  const accent = [surface, bubble, soft].reduce(
    (fitted, on) => withContrast(fitted, on, 4.5),
    color
  )
  return { accent, onAccent: readableOn(accent), soft }
}

/** The inbox's own properties in a brand's colours; none where the brand has no colour that can be read. */
export function deskColors({ accent, accentDark }: BrandColors): Record<string, string> {
  const color = parseColor(accent ?? '')
  if (!color) return {}
  const light = fit(color, SURFACES.light)
  const dark = fit(parseColor(accentDark ?? '') ?? color, SURFACES.dark)
  const pair = (part: keyof typeof light) =>
    `light-dark(${formatColor(light[part])}, ${formatColor(dark[part])})`
  return {
    '--segue-accent': pair('accent'),
    '--segue-on-accent': pair('onAccent'),
    '--segue-accent-soft': pair('soft')
  }
}

/** Dresses the page in the colours that all of an agent's sites have in common. Returns the undo. */
export function wearBrand(sites: readonly { accent?: string; accentDark?: string }[]): () => void {
  const [first, ...others] = sites.map(deskColors)
  const agree = first && others.every(other => JSON.stringify(other) === JSON.stringify(first))
  const { style } = document.documentElement
  const worn = Object.entries(agree ? first : {})
  for (const [name, value] of worn) style.setProperty(name, value)
  return () => {
    for (const [name] of worn) style.removeProperty(name)
  }
}
