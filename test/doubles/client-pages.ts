import { build } from 'esbuild'
import type { Browser, Page } from 'playwright-core'
import type { ClientWorld } from './client-world.ts'

/** What each client's page has in its `window`, from the package as it comes. */
const ENTRIES = {
  segment: `import { AnalyticsBrowser } from '@segment/analytics-next'
    window.AnalyticsBrowser = AnalyticsBrowser`,
  rudder: `import { RudderAnalytics } from '@rudderstack/analytics-js/bundled'
    window.RudderAnalytics = RudderAnalytics`,
  jitsu: `import { jitsuAnalytics } from '@jitsu/js'
    window.jitsuAnalytics = jitsuAnalytics`
}

export type ClientName = keyof typeof ENTRIES

/** A script as a customer's bundler would make it. */
export async function bundleClient(name: ClientName): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: ENTRIES[name], resolveDir: import.meta.dirname },
    ...{ bundle: true, write: false, format: 'iife', minify: true, logLevel: 'silent' },
    define: { 'process.env.NODE_ENV': '"production"' }
  })
  return outputFiles[0]!.text
}

/** A page of the world's site, with these scripts run first. */
export async function openPage(
  browser: Browser,
  { files, site }: ClientWorld,
  scripts: Record<string, string>
): Promise<Page> {
  for (const [name, script] of Object.entries(scripts)) files.set(`/${name}.js`, script)
  const tags = Object.keys(scripts).map(name => `<script src="/${name}.js"></script>`)
  files.set('/shop', `<!doctype html><title>Shop</title>${tags.join('')}`)
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(`${site}/shop`)
  return page
}
