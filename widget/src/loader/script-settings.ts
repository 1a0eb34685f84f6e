import type { Settings } from '../settings.ts'

/** Reads the script tag's `data-` attributes. The relay is where the script came from. */
export function scriptSettings({ dataset, src }: HTMLScriptElement): Settings | undefined {
  const { site, accent, side, offset, launcher, language, favicon } = dataset
  if (!site) return undefined
  return {
    site,
    relay: new URL(src).origin,
    side: side === 'start' ? 'start' : 'end',
    launcher: launcher !== 'none',
    ...(accent && { accent }),
    ...(offset && { offset }),
    ...(favicon === 'badge' && { favicon }),
    ...(language && { language })
  }
}
