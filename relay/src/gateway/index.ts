import type { IncomingMessage, RequestListener } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Router } from 'express'
import type { Change, Ports } from '../core/ports.ts'
import type { Agent } from '../core/settings.ts'
import { createClientIp, type TrustProxy } from './client-ip.ts'
import type { FileRules } from './file-rules.ts'
import type { FileUrls } from './file-urls.ts'
import { createApp } from './http.ts'
import { createHub } from './hub.ts'
import { createInboxFeed } from './inbox-feed.ts'
import { defaultLimits, defaultTiming, type Limits, type Timing } from './limits.ts'
import { createReceipts } from './receipts.ts'
import type { Rim } from './rim.ts'
import type { Roster } from './roster.ts'
import { routeTables } from './route-tables.ts'
import { createSockets } from './sockets.ts'
import type { Folders } from './static.ts'
import { createTokens } from './tokens.ts'
import { createFindUser, type SiteIdentity } from './user-proofs.ts'
import type { Log, Meter } from './watching.ts'

export { createFileUrls } from './file-urls.ts'
export type { Limits, Timing } from './limits.ts'
export { createRoster } from './roster.ts'

export interface GatewayOptions {
  ports: Ports
  /** Shared with `ports.watchers`. */
  roster: Roster
  /** Shared with `ports.fileUrl`. */
  fileUrls: FileUrls
  fileRules: FileRules
  /** Each site's secret, by its key. */
  siteSecrets: ReadonlyMap<string, string>
  /** How each site vouches for its users, by its key. */
  identities: ReadonlyMap<string, SiteIdentity>
  agentTokens: readonly { agent: Agent; token: string }[]
  folders: Folders
  limits?: Partial<Limits> | undefined
  timing?: Partial<Timing> | undefined
  trustProxy?: TrustProxy
  /** What readiness hangs on, by name. */
  parts(): Promise<Record<string, boolean>>
  /** What is wrong with a part, in words for whoever runs the relay. */
  why?(): Record<string, string>
  /** Opens `/metrics` to other machines. */
  metricsToken?: string | undefined
  /** More routes for the same server. */
  routes?: Router | undefined
  log: Log
  meter: Meter
}

/** Everything that comes in over HTTP and WebSockets. */
export interface Gateway {
  request: RequestListener
  upgrade(req: IncomingMessage, socket: Duplex, head: Buffer): void
  /** Tells this relay's connections what has changed. */
  hear(change: Change): void
  /** Open connections, by kind. */
  connections(): Record<string, number>
  /** Takes no more, finishes what was read, and sends every connection away to come back. */
  close(): Promise<void>
}

export function createGateway(options: GatewayOptions): Gateway {
  const { ports, roster, folders, routes, log, meter } = options
  const rim = rimOf(options)
  const failed = (error: unknown) => log.error('inboxes could not be told', error)
  const feed = createInboxFeed({
    ports,
    roster,
    receipts: rim.receipts,
    gatherMs: rim.timing.summaryMs,
    failed
  })
  const ipOf = createClientIp(options.trustProxy)
  const tables = routeTables(rim, { ...options, ipOf })
  const sockets = createSockets(rim, ipOf)

  return {
    request: createApp(rim, { tables, folders, routes }),
    upgrade: sockets.upgrade,
    hear: createHub(roster, feed, meter),
    connections: () => ({
      ...sockets.count(),
      poll: tables.polls.reduce((sum, polls) => sum + polls.count(), 0)
    }),
    async close() {
      for (const polls of tables.polls) polls.close()
      await sockets.close()
      await feed.stop()
      await rim.receipts.stop()
    }
  }
}

function rimOf(options: GatewayOptions): Rim {
  const { ports, roster, siteSecrets, identities, agentTokens, fileRules, log, meter } = options
  const { sites, now } = ports
  const timing = { ...defaultTiming, ...options.timing }
  const failed = (error: unknown) => log.error('a receipt could not be kept', error)
  return {
    ...{ ports, roster, fileRules, log, meter, timing },
    receipts: createReceipts(ports, { gatherMs: timing.receiptMs, failed }),
    findUser: createFindUser(identities, now),
    tokens: createTokens({ sites, siteSecrets, agentTokens, now }),
    limits: { ...defaultLimits, ...options.limits }
  }
}
