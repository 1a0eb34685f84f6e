import type { Settings } from '../settings.ts'

/**
 * What the relay knows of the site: where the script's address names it (`widget.js?site=KEY`), the relay has put that in the
 * place of `segue: 0`, as data. See `site-script.ts` there.
 */
const told: Settings['told'] & { segue?: 0 } = { segue: 0 }

/** Reads the script tag's `data-` attributes, which have the names of the settings. The relay is where the script came from. */
export function scriptSettings({ dataset, src }: HTMLScriptElement): Settings | undefined {
  const { site = told.site, launcher } = dataset
  return (site && {
    ...dataset,
    ...{ site, told },
    // An address is absolute here, so this is its origin: `URL` is one more class for the page to set up.
    relay: src.split('/', 3).join('/'),
    launcher: launcher !== 'none',
    greet: 'greet' in dataset
  }) as Settings | undefined
}
