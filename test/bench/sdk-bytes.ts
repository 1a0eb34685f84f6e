import { bundleForPage, bytesOf } from '../doubles/bundle-sdk.ts'

export const OURS = `
  import { createSdk } from '@segue/sdk'
  const sdk = createSdk({ key: 'key', relay: 'https://chat.example.com', consent: 'granted' })
  sdk.identify('ada', { plan: 'gold' })
  sdk.track('Order Completed', { total: 399 })`

/** The same page by each: started, one `identify` and one `track`, as its maker's manual has it. */
const PAGES: Record<string, string> = {
  Segue: OURS,
  'Snowplow browser-tracker': `
    import { newTracker, setUserId, trackSelfDescribingEvent } from '@snowplow/browser-tracker'
    newTracker('sp', 'https://collector.example.com', { appId: 'shop' })
    setUserId('ada')
    trackSelfDescribingEvent({ event: { schema: 'iglu:shop/order/jsonschema/1-0-0', data: { total: 399 } } })`,
  'Jitsu js': `
    import { jitsuAnalytics } from '@jitsu/js'
    const analytics = jitsuAnalytics({ host: 'https://data.example.com', writeKey: 'key' })
    analytics.identify('ada', { plan: 'gold' })
    analytics.track('Order Completed', { total: 399 })`,
  'RudderStack analytics-js': `
    import { RudderAnalytics } from '@rudderstack/analytics-js'
    const analytics = new RudderAnalytics()
    analytics.load('key', 'https://data.example.com')
    analytics.identify('ada', { plan: 'gold' })
    analytics.track('Order Completed', { total: 399 })`,
  'Segment analytics-next': `
    import { AnalyticsBrowser } from '@segment/analytics-next'
    const analytics = AnalyticsBrowser.load({ writeKey: 'key' })
    analytics.identify('ada', { plan: 'gold' })
    analytics.track('Order Completed', { total: 399 })`,
  PostHog: `
    import posthog from 'posthog-js'
    posthog.init('key', { api_host: 'https://data.example.com' })
    posthog.identify('ada', { plan: 'gold' })
    posthog.capture('Order Completed', { total: 399 })`
}

export interface Bytes {
  name: string
  /** Loaded with the page. */
  first: ReturnType<typeof bytesOf>
  /** All that such a page may ever load from its own bundle. */
  all: ReturnType<typeof bytesOf>
}

/** For those who let our SDK watch their pages, and who prove their users: such a page fetches neither. */
const ELSES = ['sdk/src/watch-pages.ts', 'sdk/src/post-proved.ts']

/** Only such a page. */
export async function measureSdkBytes(code: string, name = ''): Promise<Bytes> {
  const chunks = await bundleForPage(code)
  const used = chunks.filter(({ modules }) => !ELSES.some(path => modules.includes(path)))
  return { name, first: bytesOf(used.filter(({ first }) => first)), all: bytesOf(used) }
}

export const measureAllBytes = (): Promise<Bytes[]> =>
  Promise.all(Object.entries(PAGES).map(([name, code]) => measureSdkBytes(code, name)))
