import type { Settings } from '../settings.ts'

/** Reads the script tag's `data-` attributes, which have the names of the settings. The relay is where the script came from. */
export function scriptSettings({ dataset, src }: HTMLScriptElement): Settings | undefined {
  const { site, launcher } = dataset
  return site
    ? ({
        ...dataset,
        relay: new URL(src).origin,
        launcher: launcher !== 'none',
        greet: 'greet' in dataset
      } as Settings)
    : undefined
}
