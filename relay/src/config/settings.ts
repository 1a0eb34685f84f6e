import { baseOf } from '../core/phone/phone-texts.ts'
import type { Agent, Site, SiteTexts } from '../core/settings.ts'
import type { AccountConfig } from './account-schemas.ts'
import { brandWarnings } from './brand-warnings.ts'
import { type FileSettings, fileSettingsOf } from './file-settings.ts'
import { identityOf, type SiteIdentity } from './identity.ts'
import type { Overrides } from './overrides.ts'
import { beforeOf } from './read-before.ts'
import { hoursOf } from './read-hours.ts'
import type { AgentConfig, RelayConfig, SiteConfig } from './schema.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** A configuration that has been checked, in the core's own words. */
export interface Settings {
  port: number
  host: string | undefined
  /** Undefined: `http://localhost:<port>`, once the port is known. */
  publicUrl: string | undefined
  /** Where the store and the files are kept. */
  dataDir: string
  logLevel: Overrides['logLevel']
  files: FileSettings
  /** The server that mail goes out by: its URL, with what opens it. */
  smtpUrl: string | undefined
  /** What push services know this relay by. */
  push: RelayConfig['push']
  trustProxy: number | string[] | undefined
  limits: NonNullable<RelayConfig['limits']>
  metricsToken: string | undefined
  sites: Site[]
  /** By the site's key. */
  siteSecrets: Map<string, string>
  /** How each site vouches for its users, by the site's key. */
  identities: Map<string, SiteIdentity>
  /** With the site of each filled in. */
  accounts: (AccountConfig & { site: string })[]
  agents: { agent: Agent; token: string }[]
}

/** A configuration in the core's words, its defaults filled in. It must have been checked. */
export function settingsOf(config: RelayConfig, overrides: Overrides): Settings {
  const { sites, agents = [], accounts = [] } = config
  const keys = sites.map(({ key }) => key)
  const dataDir = overrides.dataDir ?? (config.store ?? 'sqlite:./data').replace(/^sqlite:/, '')
  return {
    port: overrides.port ?? config.port ?? 3000,
    host: config.host,
    publicUrl: config.publicUrl,
    dataDir,
    logLevel: overrides.logLevel,
    files: fileSettingsOf(config.files ?? {}, dataDir),
    smtpUrl: config.mail?.smtp,
    push: config.push,
    trustProxy: config.trustProxy,
    limits: config.limits ?? {},
    metricsToken: config.metricsToken,
    sites: sites.map(site => siteOf(site, config)),
    identities: new Map(sites.map(site => [site.key, identityOf(site)])),
    siteSecrets: new Map(sites.map(({ key, secret }) => [key, secret])),
    accounts: accounts.map(account => ({ ...account, site: account.site ?? keys[0]! })),
    agents: agents.map(agent => agentOf(agent, keys))
  }
}

function siteOf(site: SiteConfig, { mail }: RelayConfig): Site {
  const { key, name, origins, brand = {}, greeting, questions, timeZone, replyTime } = site
  const language = site.languages?.[0] ?? 'en'
  return {
    ...{ key, name, origins, language },
    look: {
      name,
      ...brand,
      ...(replyTime ? { replyTime } : {}),
      ...(greeting ? { greeting } : {}),
      ...(questions ? { questions } : {})
    },
    country: site.country ?? new Intl.Locale(language).maximize().region ?? 'US',
    ...(timeZone ? { timeZone } : {}),
    ...(site.hours ? { hours: hoursOf(site.hours, timeZone ?? 'UTC') } : {}),
    ...(site.texts ? { texts: textsOf(site.texts) } : {}),
    ...(site.identity?.required ? { requiresProof: true } : {}),
    ...mailOf(site, mail),
    ...(site.push ? { push: { worker: site.push.worker, showsText: !!site.push.text } } : {}),
    mirror: site.mirror ?? 'ask',
    rating: site.rating ?? true,
    ...(site.before ? { before: beforeOf(site.before) } : {}),
    ...(site.reopenHours === undefined ? {} : { reopenMs: site.reopenHours * HOUR_MS }),
    greetings: site.greetings ?? [],
    mirrorIdleMs: (site.mirrorIdleMinutes ?? 30) * 60_000,
    keepEventsMs: (site.events?.keepDays ?? 365) * DAY_MS
  }
}

/** Whom a site's mails are from, if it may mail. */
function mailOf({ mail: own = {} }: SiteConfig, mail: RelayConfig['mail']): Pick<Site, 'mail'> {
  if (!mail || own.transcript === false) return {}
  const replyTo = own.replyTo ?? mail.replyTo
  return { mail: { from: own.from ?? mail.from, ...(replyTo ? { replyTo } : {}) } }
}

/** A site's own words, by language in small letters; `no` and `nn` are Norwegian like `nb`. */
const textsOf = (texts: NonNullable<SiteConfig['texts']>): Map<string, SiteTexts> =>
  new Map(
    Object.entries(texts).map(([language, { phone, ...page }]) => [
      language.includes('-') ? language.toLowerCase() : baseOf(language),
      { page, ...(phone ? { phone } : {}) }
    ])
  )

const agentOf = ({ id, name, email, token, sites }: AgentConfig, keys: string[]) => ({
  agent: { id, name, email, sites: sites ?? keys },
  token
})

/** What is not wrong, yet better otherwise, in sentences for whoever starts the relay. */
export function warningsOf({ publicUrl, accounts, agents, sites }: Settings): string[] {
  const url = publicUrl === undefined ? undefined : new URL(publicUrl)
  const isOpen = url?.protocol === 'http:' && !isLocal(url.hostname)
  return [
    ...(isOpen
      ? [`publicUrl ${publicUrl} is not encrypted: tokens and messages can be read on the way.`]
      : []),
    ...(publicUrl === undefined && accounts.length > 0
      ? ['publicUrl is not set: no provider can reach the webhooks of this relay.']
      : []),
    ...sites.flatMap(brandWarnings),
    ...sites.filter(({ hours, timeZone }) => hours && !timeZone).map(warnOfZone),
    ...(agents.length === 0 ? ['There are no agents: nobody can answer.'] : [])
  ]
}

const warnOfZone = ({ key }: Site): string =>
  `Site ${key} has hours and no timeZone: they are read in UTC.`

const isLocal = (host: string): boolean =>
  host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || /^127\./.test(host)
