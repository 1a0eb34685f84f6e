import type { Address, Conversation, Link } from '../model.ts'
import type { Watcher } from '../ports.ts'
import type { Account } from '../settings.ts'
import { WEB } from '../surface.ts'

/** One place the person can be reached, with what has to be known before something is sent there. */
export interface Reach {
  link: Link
  address: Address
  /** Undefined for the web. */
  account: Account | undefined
}

/** Where a reply goes, and why when that is not where the person is. */
export interface Route {
  reach: Reach
  /** Send by the account's template: the network's window is closed. */
  byTemplate?: boolean
  because?: 'window_closed' | 'opted_out' | 'nowhere_else'
}

/** Whether a free-form message may be sent there now. */
export const isWindowOpen = ({ address, account }: Reach, now: number): boolean => {
  const windowMs = account?.channel.limits.windowMs
  return windowMs === undefined || now < (address.lastInboundAt ?? 0) + windowMs
}

/** How a phone can be written to now: freely, by template, or not at all. */
function howToReach(reach: Reach, now: number): Route | undefined {
  if (!reach.account || reach.address.optedOutAt !== null) return undefined
  if (isWindowOpen(reach, now)) return { reach }
  return reach.account.template ? { reach, byTemplate: true, because: 'window_closed' } : undefined
}

/**
 * Chooses where an agent's reply goes:
 * a visible widget that may see the thread and was used after the phone was, since it is free and at once;
 * else the surface the person used last, if it can be reached now; else any linked phone; else the site, for when they come back.
 */
export function routeReply(
  conversation: Conversation,
  { reaches, watchers, now }: { reaches: Reach[]; watchers: Watcher[]; now: number }
): Route {
  const webs = reaches.filter(({ address }) => address.account === WEB)
  const phones = reaches
    .filter(({ address }) => address.account !== WEB)
    .sort((a, b) => (b.address.lastInboundAt ?? 0) - (a.address.lastInboundAt ?? 0))
  const last = reaches.find(({ address }) => address.id === conversation.lastAddress)
  const phoneUsedAt = last && last.address.account !== WEB ? (conversation.lastAt ?? 0) : 0
  const isMirrored = phones.every(({ link }) => link.mirror === 'on')
  const watcherOf = ({ address }: Reach) => watchers.find(watcher => watcher.address === address.id)

  const seeing = webs.find(web => {
    const watcher = watcherOf(web)
    const mayRead = isMirrored || web.link.proof === 'return'
    return watcher?.visible && mayRead && watcher.since >= phoneUsedAt
  })
  if (seeing) return { reach: seeing }

  // A widget that is closed is no surface: a phone reaches the person, the page would not.
  if (last?.address.account === WEB && watcherOf(last)) return { reach: last }
  const candidates = last ? [last, ...phones.filter(phone => phone !== last)] : phones
  const routes = candidates.flatMap(reach => howToReach(reach, now) ?? [])
  const free = routes.find(route => !route.byTemplate)
  const wanted = candidates.find(({ account }) => account)
  const chosen = preferFirst(routes, free)
  if (chosen) return chosen.reach === wanted ? chosen : { ...chosen, because: whyNot(wanted) }
  const web = webs.find(({ link }) => link.proof === 'self') ?? webs[0]
  if (web) return phones.length > 0 ? { reach: web, because: whyNot(wanted) } : { reach: web }
  // Nothing is open and there is no site to wait on: the phone used last, which will say why it cannot.
  return { reach: last ?? phones[0]!, because: 'nowhere_else' }
}

/** The surface used last even by template, else whatever can be written to freely. */
const preferFirst = (routes: Route[], free: Route | undefined): Route | undefined =>
  routes[0]?.byTemplate ? routes[0] : (free ?? routes[0])

const whyNot = (wanted: Reach | undefined): NonNullable<Route['because']> =>
  wanted?.address.optedOutAt ? 'opted_out' : 'window_closed'
