/** Red, green and blue, 0 to 255. */
export type Rgb = readonly [number, number, number]

export const WHITE: Rgb = [255, 255, 255]
export const BLACK: Rgb = [0, 0, 0]

/** Reads `#rgb` and `#rrggbb`; anything else is `undefined`. */
export function parseColor(text: string): Rgb | undefined {
  const hex = /^#([\da-f]{3}|[\da-f]{6})$/i.exec(text.trim())?.[1]
  if (!hex) return undefined
  const digits = hex.length / 3
  return [0, 1, 2].map(nth => {
    const part = hex.slice(nth * digits, (nth + 1) * digits)
    return Number(`0x${part.repeat(2 / digits)}`)
  }) as unknown as Rgb
}

export const formatColor = (color: Rgb): string =>
  `#${color.map(part => part.toString(16).padStart(2, '0')).join('')}`

// WCAG 2.2, "relative luminance": 0.04045 is the sRGB standard's own threshold.
const linear = (part: number): number =>
  part <= 10.31475 ? part / 3294.6 : ((part / 255 + 0.055) / 1.055) ** 2.4

const luminance = ([red, green, blue]: Rgb): number =>
  0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)

/** WCAG contrast ratio of two colours, 1 to 21. */
export function contrast(one: Rgb, other: Rgb): number {
  const ratio = (luminance(one) + 0.05) / (luminance(other) + 0.05)
  return Math.max(ratio, 1 / ratio)
}

/** White where it can be read on `background` (4.5:1), else black. One of the two always can. */
export const readableOn = (background: Rgb): Rgb =>
  contrast(WHITE, background) >= 4.5 ? WHITE : BLACK

/** `color`, moved towards black or white only as far as it takes to stand out from `background` by `ratio`. */
export function withContrast(color: Rgb, background: Rgb, ratio: number): Rgb {
  if (contrast(color, background) >= ratio) return color
  const goal = readableOn(background)
  for (let step = 1; step < 20; step++) {
    const mixed = color.map((part, i) => Math.round(part + ((goal[i]! - part) * step) / 20))
    const candidate = mixed as unknown as Rgb
    if (contrast(candidate, background) >= ratio) return candidate
  }
  return goal
}
