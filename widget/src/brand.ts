import type { Look } from '@segue/sdk'
import type { Shell } from './loader/shell.ts'
import type { Settings } from './settings.ts'

/** The radius that our own style sheets are drawn with, in pixels. */
const RADIUS = 18

/** Dresses the widget in what the site looks like. What the page's own tag says wins. */
export function wearBrand({ host, launcher, paint }: Shell, settings: Settings, look: Look): void {
  const { accent, accentDark, onAccent, radius = RADIUS, font = 'system', icon } = look
  paint(settings.accent ? settings : { accent, accentDark, onAccent })
  host.style.setProperty('--segue-round', String(radius / RADIUS))
  const family = font === 'page' ? getComputedStyle(document.body).fontFamily : font
  if (family !== 'system') host.style.setProperty('--segue-font', family)
  const drawn = settings.icon ?? icon
  if (drawn) launcher?.querySelector('path')?.setAttribute('d', drawn)
}
