import type { Look } from '@segue/sdk'
import { RADIUS, type Shell } from './loader/shell.ts'
import type { Settings } from './settings.ts'

/** Dresses the widget in what the site looks like. What the page's own tag says wins. */
export function wearBrand({ host, launcher, paint }: Shell, settings: Settings, look: Look): void {
  const { accent, accentDark, onAccent, font = 'system', icon } = look
  const radius = settings.radius ?? look.radius ?? RADIUS
  paint(settings.accent ? settings : { accent, accentDark, onAccent })
  host.style.setProperty('--segue-round', String(+radius / RADIUS))
  const family = font === 'page' ? getComputedStyle(document.body).fontFamily : font
  if (family !== 'system') host.style.setProperty('--segue-font', family)
  const drawn = settings.icon ?? icon
  if (drawn) launcher?.querySelector('path')?.setAttribute('d', drawn)
}
