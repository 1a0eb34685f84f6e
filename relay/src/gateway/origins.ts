import type { IncomingMessage } from 'node:http'
import type { RequestHandler } from 'express'
import { Refused } from '../core/refusal.ts'
import type { Site } from '../core/settings.ts'

/** Named one by one, since `*` does not cover Authorization. All but the first three are other clients' own. */
const HEADERS = [
  ...['authorization', 'content-type', 'x-write-key'],
  // Segment's
  'x-retry-count',
  // RudderStack's: a retry with one that is not named here would never arrive.
  ...['anonymousid', 'sentat', 'rsa-recovered', 'rsa-retry-attempt', 'rsa-retry-reason'],
  ...['rsa-since-first-attempt', 'rsa-since-last-attempt'],
  // Jitsu's
  ...['x-ip-policy', 'x-enable-debug']
].join(', ')

/** A day. Chromium asks again after two hours whatever we say. */
const PREFLIGHT_SECONDS = '86400'

/**
 * The origin of the page that made a request.
 *
 * Browsers leave `Origin` out of a same-origin GET; then `Sec-Fetch-Site` says so, or, on plain HTTP
 * away from localhost, the referrer does. None of this stops a program that is no browser: it stops other sites' pages.
 */
export function originOf(
  { headers }: Pick<IncomingMessage, 'headers'>,
  origins: readonly string[] = []
): string {
  if (headers.origin) return headers.origin
  if (headers['sec-fetch-site'] === 'same-origin') {
    const own = [`https://${headers.host}`, `http://${headers.host}`]
    return own.find(origin => origins.includes(origin)) ?? own[0]!
  }
  return URL.parse(headers.referer ?? '')?.origin ?? ''
}

/** Whether a request may be a desk's: the relay's own inbox, or no page at all. Its token is in its first frame, so nothing rides on a cookie. */
export function mayBeDesk(
  { headers: { origin, host } }: Pick<IncomingMessage, 'headers'>,
  publicUrl: string
): boolean {
  const own = new URL(publicUrl).origin
  return origin === undefined || origin === own || URL.parse(origin)?.host === host
}

/** Where a site's chat may be: on its own pages, and on the page that we serve for it. */
export const homesOf = (site: Site, publicUrl: string): string[] => [
  ...site.origins,
  new URL(publicUrl).origin
]

/** @throws {Refused} `forbidden` when the page is not one where the site's chat may be */
export function checkOrigin(
  req: Pick<IncomingMessage, 'headers'>,
  site: Site,
  publicUrl: string
): void {
  const homes = homesOf(site, publicUrl)
  if (homes.includes(originOf(req, homes))) return
  throw elsewhere(site, originOf(req, homes))
}

/** The page is not one where the site's chat may be: what its developer can do about it. */
export const elsewhere = ({ key }: Site, origin: string): Refused =>
  new Refused(
    'forbidden',
    `${origin || 'No origin at all'} is not one of the origins of the site "${key}". If the chat belongs there, add it to "origins" of that site in the relay’s configuration.`
  )

/** Every origin any site has: what a browser may be told before we know which site a page belongs to. */
export const allOrigins = (sites: ReadonlyMap<string, Site>): ReadonlySet<string> =>
  new Set([...sites.values()].flatMap(site => site.origins))

/** What every page may read: it is refused there by its origin, and its developer is to find out why. */
const TELLS_WHY = '/v1/session'

/** CORS for what pages call: only the origins of our sites, no cookies, and an answer to every preflight. */
export function allowPages(sites: ReadonlyMap<string, Site>): RequestHandler {
  const known = allOrigins(sites)
  return (req, res, next) => {
    res.vary('Origin')
    const { origin } = req.headers
    if (origin && (known.has(origin) || req.path === TELLS_WHY)) {
      res.setHeader('Access-Control-Allow-Origin', origin)
      res.setHeader('Access-Control-Expose-Headers', 'Retry-After')
    }
    if (req.method !== 'OPTIONS') return next()
    res.setHeader('Access-Control-Allow-Methods', 'GET, POST')
    res.setHeader('Access-Control-Allow-Headers', HEADERS)
    res.setHeader('Access-Control-Max-Age', PREFLIGHT_SECONDS)
    res.status(204).end()
  }
}
