import type { Settings } from '../settings.ts'

/** Reads the script tag's `data-` attributes, which have the names of the settings. The relay is where the script came from. */
export function scriptSettings({ dataset, src }: HTMLScriptElement): Settings | undefined {
  const { site, launcher } = dataset
  return site
    ? ({
        ...dataset,
        // An address is absolute here, so this is its origin: `URL` is one more class for the page to set up.
        relay: src.split('/', 3).join('/'),
        launcher: launcher !== 'none',
        greet: 'greet' in dataset
      } as Settings)
    : undefined
}
