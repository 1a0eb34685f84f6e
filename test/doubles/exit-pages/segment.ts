import { AnalyticsBrowser } from '@segment/analytics-next'
import { api, offer } from './client.ts'

const { host } = new URL(api)
const isBatching = location.pathname.includes('batching')
const strategy = isBatching ? { deliveryStrategy: { strategy: 'batching' as const } } : {}

const analytics = AnalyticsBrowser.load(
  { writeKey: 'shop', cdnSettings: { integrations: { 'Segment.io': { apiKey: 'shop' } } } },
  { integrations: { 'Segment.io': { apiHost: `${host}/v1`, protocol: 'http', ...strategy } } }
)
// As a page does that has waited for it: calls before that are kept by the client in another way.
analytics.ready(() => offer((name, properties) => void analytics.track(name, properties)))
