import { randomBytes } from 'node:crypto'
import type { Router } from 'express'
import { builtFolders } from './built-folders.ts'
import { localBus } from './bus/local.ts'
import { channels } from './channels/index.ts'
import { type Config, readConfig, type Settings, warningsOf } from './config.ts'
import { countAttempts } from './core/attempts.ts'
import type { Channel } from './core/channel.ts'
import { settleDelivery } from './core/delivery/settle-delivery.ts'
import { carryOut } from './core/errands/carry-out.ts'
import { settleErrand } from './core/errands/settle-errand.ts'
import type { Files } from './core/files/file-bytes.ts'
import type { Ports } from './core/ports.ts'
import type { Account } from './core/settings.ts'
import type { Store } from './core/store.ts'
import { tidy } from './core/tidy.ts'
import { createFileUrls, createGateway, createRoster, type Timing } from './gateway/index.ts'
import { createSmtpMailer } from './mail/index.ts'
import { createSigns, startErrands, startOutbox } from './outbox/index.ts'
import { createWebPusher } from './push/index.ts'
import { closeServer, listen, localUrl, portOf } from './serve.ts'
import { openLocalFiles, openS3Files, openSqliteStore } from './store/index.ts'
import { createLog, type Log } from './telemetry/log.ts'
import { createMetrics, type Metrics } from './telemetry/metrics.ts'
import { tellErrands, tellOf } from './tell-sends.ts'
import { startUpkeep } from './upkeep.ts'
import { uuidV7 } from './uuid-v7.ts'
import { watchFiles } from './watch-files.ts'

export interface RelayOptions {
  /** Read for `env:NAME`, `PORT`, `SEGUE_DATA` and `LOG_LEVEL`. @default nothing */
  env?: Readonly<Record<string, string | undefined>>
  /** Milliseconds since 1970. @default the clock */
  now?: () => number
  /** More routes for the same HTTP server, after the relay's own. */
  routes?: Router
  /** Where everything is kept; closed with the relay. @default what the configuration says */
  store?: Store
  /** @default JSON lines on standard output */
  log?: Log
  /** Other waits than the usual ones. Only tests need them. */
  timing?: Partial<Timing>
}

/** A running relay. */
export interface Relay {
  /** Where it listens: `http://localhost:3000`. */
  url: string
  port: number
  /** Takes no more, finishes what is under way, sends every connection away to come back, and resolves. */
  close(): Promise<void>
}

/** How often what only time does is looked at, in milliseconds. */
const TIDY_MS = 30_000

/**
 * Checks the configuration, opens the store, and serves.
 *
 * @throws {ConfigError} with every mistake at once
 * @throws {Error} when the port, or the store, is taken
 */
export async function startRelay(config: Config, options: RelayOptions = {}): Promise<Relay> {
  const settings = readConfig(config, options.env)
  const log = options.log ?? createLog(settings.logLevel)
  for (const warning of warningsOf(settings)) log.warn(warning)
  const store = options.store ?? (await openSqliteStore(settings.dataDir))
  try {
    const files = await openFiles(settings)
    const server = await listen(settings)
    const url = localUrl(server, settings.host)
    // Nothing is waited for from here on, so no request comes before there is somebody to answer it.
    const house = furnish(settings, { store, files, log, url, options })
    server.on('request', house.gateway.request)
    server.on('upgrade', house.gateway.upgrade)
    const port = portOf(server)
    log.info('listening', { port })
    const end = () => closeServer(server, house.close).then(() => store.close())
    let ended: Promise<void> | undefined
    return { url, port, close: () => (ended ??= end()) }
  } catch (error) {
    await store.close()
    throw error
  }
}

/** Where pictures and documents are kept. */
const openFiles = async ({ files: { place } }: Settings): Promise<Files> =>
  place.kind === 's3' ? openS3Files(place) : openLocalFiles(place.dir)

/** What pages are told of it: not where, and not what opens it. */
const fileRulesOf = ({ files: { maxBytes, kinds } }: Settings) => ({ maxBytes, kinds })

interface Ground {
  store: Store
  files: Files
  log: Log
  /** Where the relay listens. */
  url: string
  options: RelayOptions
}

/** Everything that runs on the store, wired together. */
function furnish(settings: Settings, { store, files, log, url, options }: Ground) {
  const { siteSecrets, identities, limits, trustProxy, metricsToken } = settings
  const { now = Date.now, timing, routes } = options
  const publicUrl = settings.publicUrl ?? url
  const bus = localBus(error => log.error('a listener of the bus failed', error))
  const roster = createRoster()
  const fileUrls = createFileUrls([...siteSecrets.values()].sort(), { publicUrl, now })
  const ports: Ports = {
    ...{ store, files, now, publicUrl },
    publish: bus.publish,
    random: { id: () => uuidV7(now()), bytes: randomBytes },
    watchers: roster.watchers,
    allow: countAttempts(now),
    fileUrl: fileUrls.sign,
    ...(settings.smtpUrl ? { mailer: createSmtpMailer({ url: settings.smtpUrl }, { now }) } : {}),
    ...(settings.push ? { pusher: createWebPusher(settings.push) } : {}),
    ...directory(settings, { publicUrl, now })
  }
  const place = watchFiles(files, { log })
  let isClosing = false
  const metrics: Metrics = createMetrics({
    connections: () => gateway.connections(),
    queued: () => store.queued()
  })
  const gateway = createGateway({
    ...{
      ports,
      roster,
      fileUrls,
      siteSecrets,
      identities,
      limits,
      trustProxy,
      metricsToken,
      timing,
      routes,
      log
    },
    agentTokens: settings.agents,
    fileRules: fileRulesOf(settings),
    folders: builtFolders(),
    meter: metrics,
    parts: async () => ({
      ...{ store: await store.ready(), bus: await bus.ready(), open: !isClosing },
      ...(files.check ? { files: await place.ready() } : {})
    }),
    why: () => {
      const trouble = place.trouble()
      return trouble ? { files: trouble } : {}
    }
  })
  const outbox = startOutbox({ ports, settle: settleDelivery, tell: tellOf(log, metrics) })
  const errands = startErrands({
    ...{ ports, carryOut, settle: settleErrand },
    tell: tellErrands(log, metrics)
  })
  const signs = createSigns(ports)
  const upkeep = startUpkeep(
    TIDY_MS,
    () => tidy(ports),
    error => log.error('tidying failed', error)
  )
  bus.subscribe(gateway.hear)
  bus.subscribe(change => {
    if (change.type === 'queued') outbox.wake()
    if (change.type === 'errands') errands.wake()
    if (change.type === 'sign') signs.show(change)
  })
  return {
    gateway,
    async close() {
      isClosing = true
      await Promise.all([
        outbox.stop(),
        errands.stop(),
        gateway.close(),
        upkeep.stop(),
        place.stop()
      ])
      await signs.stop()
    }
  }
}

/** Sites, accounts and agents by their ids, as the core looks them up. */
function directory(
  { sites, accounts, agents }: Settings,
  world: { publicUrl: string; now: () => number }
): Pick<Ports, 'sites' | 'accounts' | 'agents'> {
  const byId = accounts.map((config): [string, Account] => {
    const { id, site } = config
    const template = 'template' in config && config.template ? { template: config.template } : {}
    return [id, { id, site, channel: openChannel(config, world), ...template }]
  })
  return {
    sites: new Map(sites.map(site => [site.key, site])),
    accounts: new Map(byId),
    agents: new Map(agents.map(({ agent }) => [agent.id, agent]))
  }
}

/** An account's channel. Its settings have been checked against the channel's own. */
function openChannel(
  config: Settings['accounts'][number],
  { publicUrl, now }: { publicUrl: string; now: () => number }
): Channel {
  const open = channels[config.channel] as (settings: object, world: object) => Channel
  return open({ ...config, publicUrl }, { now })
}
