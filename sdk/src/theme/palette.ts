import {
  contrast,
  formatColor,
  parseColor,
  type Rgb,
  readableOn,
  WHITE,
  withContrast
} from './contrast.ts'

/** What the site gets when it names no colour, or one we cannot read. */
export const DEFAULT_ACCENT = '#17624f'

/** The panel's own surfaces, as `base.css` has them: the panel, and the bubble on it. */
const LIGHT = { surface: WHITE, bubble: [241, 241, 238] } as const
const DARK = { surface: [27, 28, 29], bubble: [42, 44, 46] } as const

/** The site's accent, fitted to one scheme. */
export interface Palette {
  /** Behind buttons and the visitor's own messages. */
  accent: string
  /** Text on `accent`, at least 4.5:1. */
  onAccent: string
  /** The accent as text, icon or focus ring on a surface, at least 4.5:1. */
  ink: string
  /** Around what is drawn in `accent`, at least 3:1 on the surface. The accent itself, where that is enough. */
  rim: string
}

/** The colours a site may name, `#rgb` or `#rrggbb` each. */
export interface BrandColors {
  accent?: string | undefined
  /** In the dark. @default accent */
  accentDark?: string | undefined
  /** For text on either. Black or white where it cannot be read. */
  onAccent?: string | undefined
}

const fit = (
  accent: Rgb,
  wanted: Rgb | undefined,
  { surface, bubble }: { surface: Rgb; bubble: Rgb }
): Palette => {
  // A white accent on a white panel would make the visitor's own messages vanish.
  const visible = withContrast(accent, surface, 1.4)
  // The bubble is the harder of the two backgrounds in light, the easier in dark: ask both.
  const ink = withContrast(withContrast(accent, bubble, 4.5), surface, 4.5)
  return {
    accent: formatColor(visible),
    onAccent: formatColor(
      wanted && contrast(wanted, visible) >= 4.5 ? wanted : readableOn(visible)
    ),
    ink: formatColor(ink),
    rim: formatColor(withContrast(visible, surface, 3))
  }
}

/** Turns any accent into colours that can be seen and read, light and dark. */
export function paletteOf(brand: BrandColors): { light: Palette; dark: Palette } {
  const [accent, dark, onAccent] = [brand.accent, brand.accentDark, brand.onAccent].map(text =>
    parseColor(text ?? '')
  )
  const color = accent ?? parseColor(DEFAULT_ACCENT)!
  return { light: fit(color, onAccent, LIGHT), dark: fit(dark ?? color, onAccent, DARK) }
}

/** The palette as the custom properties the style sheets use. */
export function paletteCss(brand: BrandColors): string {
  const { light, dark } = paletteOf(brand)
  const pairs = Object.entries(light).map(
    // `onAccent` is `--segue-on-accent`.
    ([name, color]) =>
      `--segue-${name.replace('A', '-a')}:light-dark(${color},${dark[name as keyof Palette]})`
  )
  return `:host{${pairs.join(';')}}`
}
