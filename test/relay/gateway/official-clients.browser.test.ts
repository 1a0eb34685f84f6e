import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { borrowChromium } from '../../doubles/borrow-chromium.ts'
import { saidBy } from '../../doubles/client-calls.ts'
import { bundleClient, openPage } from '../../doubles/client-pages.ts'
import { type ClientWorld, openClientWorld } from '../../doubles/client-world.ts'
import type { EventRow } from '../../doubles/event-rows.ts'

let browser: Browser
beforeAll(async () => {
  browser = await borrowChromium()
})
afterAll(() => browser.close())

/** Every kind of call a page makes. */
const CALLS = ['track Signed Up', 'identify', 'page Home', 'group', 'alias']
const WITHOUT_ALIAS = CALLS.slice(0, 4)

/** Clients of the Segment spec, as far as they are alike. */
interface SpecClient {
  track(event: string, properties: object): unknown
  identify(userId: string, traits: object): unknown
  page(category: string | undefined, name: string): unknown
  group(groupId: string, traits: object): unknown
  alias(to: string): unknown
  /** RudderStack's begins with this. */
  load(writeKey: string, url: string, options: object): unknown
}

/** Scripts of the page find what they need in its window. */
declare global {
  interface Window {
    // biome-ignore lint/suspicious/noExplicitAny: each page has another client here
    [client: string]: any
    client: SpecClient
  }
}

const makeCalls = () => {
  const { client } = window
  client.track('Signed Up', { plan: 'pro' })
  client.identify('kim', { name: 'Kim' })
  client.page(undefined, 'Home')
  client.group('acme', { size: 3 })
  client.alias('kim-2')
}

function itIsWhole(rows: EventRow[], calls: string[]): void {
  expect(saidBy(rows)).toEqual(calls.toSorted())
  // The relay's clock is an hour ahead; events are told in its time all the same.
  expect(rows.every(({ at, receivedAt }) => receivedAt - at < 60_000)).toBe(true)
  expect(rows.every(({ anonymousId }) => anonymousId)).toBe(true)
  const identify = rows.find(({ type }) => type === 'identify')
  expect(identify).toMatchObject({ userId: 'kim', body: { traits: { name: 'Kim' } } })
}

async function retried({ way, kept }: ClientWorld, calls: string[]): Promise<void> {
  itIsWhole(await kept(calls.length), calls)
  // Those whose answer was lost came again, and were kept once.
  await expect.poll(() => way.passed.length).toBeGreaterThan(calls.length)
  itIsWhole(await kept(calls.length), calls)
}

it('Segment’s web client needs nothing but our address, and delivers every call once', async () => {
  const world = await openClientWorld()
  const page = await openPage(browser, world, { segment: await bundleClient('segment') })
  world.way.faults = [500, 429, 'cut', 'lost', 'pass', 'cut']
  await page.evaluate(cdnURL => {
    window.client = window.AnalyticsBrowser.load({ writeKey: 'shop', cdnURL })
  }, world.way.url)
  await page.evaluate(makeCalls)
  await retried(world, CALLS)
}, 60_000)

it('Segment’s web client delivers batches once', async () => {
  const world = await openClientWorld()
  const page = await openPage(browser, world, { segment: await bundleClient('segment') })
  world.way.faults = [500, 'cut', 429]
  await page.evaluate(cdnURL => {
    const deliveryStrategy = { strategy: 'batching', config: { size: 10, timeout: 300 } }
    const integrations = { 'Segment.io': { deliveryStrategy } }
    window.client = window.AnalyticsBrowser.load({ writeKey: 'shop', cdnURL }, { integrations })
  }, world.way.url)
  await page.evaluate(makeCalls)
  itIsWhole(await world.kept(CALLS.length), CALLS)
  await expect.poll(() => world.way.passed.length).toBeGreaterThan(1)
  itIsWhole(await world.kept(CALLS.length), CALLS)
}, 60_000)

/** Segment's own snippet in short: calls wait in an array until the script has come. */
const SNIPPET = `window.analytics = Object.assign([], { initialize: false, _writeKey: 'shop' })
for (const name of ['track', 'identify', 'page', 'group', 'alias'])
  analytics[name] = (...args) => analytics.push([name, ...args])
window.client = { track: (...a) => analytics.track(...a), identify: (...a) => analytics.identify(...a),
  page: (...a) => analytics.page(...a), group: (...a) => analytics.group(...a), alias: (...a) => analytics.alias(...a) }`

it('Segment’s snippet delivers every call once, also those from before its script came', async () => {
  const world = await openClientWorld()
  const require = createRequire(import.meta.url)
  const folder = require.resolve('@segment/analytics-next/package.json')
  const script = readFileSync(folder.replace('package.json', 'dist/umd/standalone.js'), 'utf8')
  world.files.set('/analytics.js/v1/shop/analytics.min.js', script)
  const page = await openPage(browser, world, { snippet: SNIPPET })
  world.way.faults = [500, 'cut', 429]
  await page.evaluate(makeCalls)
  await page.evaluate(cdn => {
    window.analytics._cdn = cdn
  }, world.way.url)
  await page.addScriptTag({ url: `${world.site}/analytics.js/v1/shop/analytics.min.js` })
  await retried(world, CALLS)
}, 60_000)

it('RudderStack’s web client delivers every call once', async () => {
  const world = await openClientWorld()
  const page = await openPage(browser, world, { rudder: await bundleClient('rudder') })
  world.way.faults = [500, 429, 'cut', 'lost', 'pass', 'cut']
  await page.evaluate(url => {
    window.client = new window.RudderAnalytics()
    window.client.load('shop', url, { configUrl: url, queueOptions: { minRetryDelay: 200 } })
  }, world.way.url)
  await page.evaluate(makeCalls)
  await retried(world, CALLS)
}, 60_000)

it.each([
  [
    'batches',
    { queueOptions: { batch: { enabled: true, flushInterval: 200 }, minRetryDelay: 200 } }
  ],
  ['beacons', { useBeacon: true, beaconQueueOptions: { flushQueueInterval: 200 } }]
])(
  'RudderStack’s web client delivers %s',
  async (name, options) => {
    const world = await openClientWorld()
    const page = await openPage(browser, world, { rudder: await bundleClient('rudder') })
    // A beacon is sent once, whatever becomes of it.
    if (name === 'batches') world.way.faults = [500, 'cut']
    await page.evaluate(
      ([url, more]) => {
        window.client = new window.RudderAnalytics()
        window.client.load('shop', url, { configUrl: url, ...more })
      },
      [world.way.url, options] as const
    )
    await page.evaluate(makeCalls)
    itIsWhole(await world.kept(CALLS.length), CALLS)
    const path = name === 'beacons' ? '/beacon/v1/batch' : '/v1/batch'
    await expect.poll(() => world.way.passed).toContain(path)
  },
  60_000
)

it('Jitsu’s client, which sends each call once and never again, delivers every one', async () => {
  const world = await openClientWorld()
  const page = await openPage(browser, world, { jitsu: await bundleClient('jitsu') })
  world.way.faults = ['cut', 'pass', 'cut']
  await page.evaluate(host => {
    const jitsu = window.jitsuAnalytics({ host, writeKey: 'shop:page' })
    window.client = { ...jitsu, page: (_: unknown, name: string) => jitsu.page({ name }) }
  }, world.way.url)
  await page.evaluate(() => {
    const { client } = window
    client.track('Signed Up', { plan: 'pro' })
    client.identify('kim', { name: 'Kim' })
    client.page(undefined, 'Home')
    client.group('acme', { size: 3 })
  })
  itIsWhole(await world.kept(WITHOUT_ALIAS.length), WITHOUT_ALIAS)
}, 60_000)
