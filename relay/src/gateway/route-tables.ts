import type { IncomingMessage } from 'node:http'
import { agentRoutes } from './agent-api/index.ts'
import { chatPageRoute } from './chat-page.ts'
import type { FileUrls } from './file-urls.ts'
import { fileRoute } from './files.ts'
import { greetingsRoute } from './greetings.ts'
import { healthRoutes } from './health.ts'
import { ingestRoutes } from './ingest/index.ts'
import { metricsReader } from './metrics-reader.ts'
import { documentRoute } from './openapi.ts'
import { pageRoutes } from './page-api.ts'
import { agentPolls, createPolls, type Polls, visitorPolls } from './poll.ts'
import { createLimitPerMinute } from './rate-limits.ts'
import type { Rim } from './rim.ts'
import type { Route } from './route.ts'
import { sessionRoute } from './session.ts'
import { webhookRoutes } from './webhooks.ts'

/** What routes need besides the rim. */
export interface RouteOptions {
  fileUrls: FileUrls
  /** Each site's secret, by its key. */
  siteSecrets: ReadonlyMap<string, string>
  /** Where a call came from. */
  ipOf(req: IncomingMessage): string
  /** What readiness hangs on, by name. */
  parts(): Promise<Record<string, boolean>>
  /** What is wrong with a part, in words for whoever runs the relay. */
  why?(): Record<string, string>
  /** Opens `/metrics`. */
  metricsToken?: string | undefined
}

/** Every route of the relay, sorted by who calls it. */
export interface RouteTables {
  /** Called by scripts in pages of other origins. */
  pages: Route[]
  /** Called by everybody else. */
  others: Route[]
  polls: Pick<Polls, 'count' | 'close'>[]
}

export function routeTables(rim: Rim, options: RouteOptions): RouteTables {
  const { limits, meter, ports } = rim
  const { fileUrls, siteSecrets, ipOf, parts, why, metricsToken } = options
  const perMinute = createLimitPerMinute(ipOf)
  const polls = createPolls(rim, visitorPolls(rim), [perMinute(limits.requestsPerMinute)])
  // An office has one address, and each desk hears of everything.
  const deskPolls = createPolls(rim, agentPolls(rim), [perMinute(limits.eventCallsPerMinute)])
  const agentGuards = [
    perMinute(limits.requestsPerMinute),
    perMinute(limits.wrongTokensPerMinute, 'unauthorized')
  ]
  const pages = [
    sessionRoute(rim, [perMinute(limits.sessionsPerMinute)]),
    polls.route,
    greetingsRoute(ports, [perMinute(limits.requestsPerMinute)]),
    ...pageRoutes(rim, [perMinute(limits.requestsPerMinute)], [perMinute(limits.uploadsPerMinute)]),
    ...ingestRoutes(rim, {
      ipOf,
      siteSecrets,
      guards: {
        events: [perMinute(limits.eventCallsPerMinute)],
        settings: [perMinute(limits.requestsPerMinute)]
      }
    })
  ]
  const others = [
    ...agentRoutes(rim, agentGuards),
    deskPolls.route,
    ...webhookRoutes(rim),
    fileRoute(rim, fileUrls),
    chatPageRoute(ports),
    ...healthRoutes({ parts, why, meter, checkReader: metricsReader(metricsToken) })
  ]
  return {
    pages,
    others: [...others, documentRoute([...pages, ...others], ports.publicUrl)],
    polls: [polls, deskPolls]
  }
}
