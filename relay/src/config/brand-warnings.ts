import { BLACK, contrast, paletteOf, parseColor, type Rgb, WHITE } from '@segue/sdk/theme'
import type { Site } from '../core/settings.ts'

const LIGHT_BUBBLE = parseColor('#f1f1ee')!
const told = (ratio: number): string => `${ratio.toFixed(1)}:1`

/** Where a brand's colours cannot be used as they are: what is done instead, in sentences for the site's owner. */
export function brandWarnings({ key, look }: Pick<Site, 'key' | 'look'>): string[] {
  const { accent, accentDark, onAccent } = look
  const { light, dark } = paletteOf(look)
  const colors = [accent, accentDark].map(color => parseColor(color ?? ''))
  const start = `The brand of site ${key}:`
  return [
    ...(accent && colors[0]
      ? lightWarnings(accent, colors[0], light).map(say => `${start} ${say}`)
      : []),
    ...(accent && !accentDark && dark.accent !== accent.toLowerCase() && colors[0] && isFull(accent)
      ? [
          `${start} accent ${accent} is hardly seen in the dark, where ${dark.accent} is used. Set accentDark to choose it yourself.`
        ]
      : []),
    ...onAccentWarnings(onAccent, [light, dark]).map(say => `${start} ${say}`)
  ]
}

const isFull = (color: string): boolean => color.length === 7

function lightWarnings(
  accent: string,
  color: Rgb,
  { ink, rim }: { ink: string; rim: string }
): string[] {
  const onWhite = contrast(color, WHITE)
  if (onWhite < 3) {
    return [
      `accent ${accent} stands out from white by ${told(onWhite)}, and 3:1 is needed: buttons get an edge of ${rim}, and links are ${ink}.`
    ]
  }
  const onBubble = contrast(color, LIGHT_BUBBLE)
  return onBubble < 4.5
    ? [
        `accent ${accent} is read at ${told(onBubble)} as text, and 4.5:1 is needed: links are ${ink}.`
      ]
    : []
}

function onAccentWarnings(
  onAccent: string | undefined,
  palettes: { accent: string; onAccent: string }[]
): string[] {
  const wanted = parseColor(onAccent ?? '')
  if (!wanted) return []
  return palettes.flatMap(({ accent, onAccent: used }) => {
    const ratio = contrast(wanted, parseColor(accent) ?? BLACK)
    return ratio < 4.5
      ? [
          `onAccent ${onAccent} is read at ${told(ratio)} on ${accent}, and 4.5:1 is needed: ${used} is used.`
        ]
      : []
  })
}
