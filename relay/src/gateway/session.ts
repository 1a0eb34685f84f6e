import { SessionReply, SessionRequest, type Way } from '@segue/sdk/protocol'
import type { RequestHandler } from 'express'
import { questionsFor } from '../core/before/questions-for.ts'
import { openSession } from '../core/conversation/open-session.ts'
import { openingOf } from '../core/hours/opening-hours.ts'
import { chooseLanguage, lookFor } from '../core/look-for.ts'
import type { Ports } from '../core/ports.ts'
import { Refused } from '../core/refusal.ts'
import type { Account, Site } from '../core/settings.ts'
import { checkOrigin } from './origins.ts'
import type { Rim } from './rim.ts'
import { jsonRoute, type Route } from './route.ts'

/** `POST /v1/session` */
export function sessionRoute(
  { ports, tokens, findUser, fileRules: { maxBytes, kinds } }: Rim,
  guards: RequestHandler[]
): Route {
  return jsonRoute({
    method: 'post',
    path: '/v1/session',
    summary: 'Starts a visitor’s session, or goes on with one.',
    auth: 'none',
    identify: req => req,
    body: SessionRequest,
    reply: SessionReply,
    guards,
    async handle({ who: req, body }) {
      const site = siteOf(ports, body.site)
      checkOrigin(req, site, ports.publicUrl)
      const language = chooseLanguage(site, body.language)
      const user = await findUser(site.key, body)
      const opened = await openSession(ports, { ...body, language, site, user })
      const before = await questionsFor(ports.store, site, { ...opened, language })
      const token = await tokens.mintVisitor({ address: opened.address.id, site })
      return {
        visitor: opened.visitor,
        ...(opened.secret === undefined ? {} : { secret: opened.secret }),
        ...token,
        conversation: opened.conversation,
        look: lookFor(site, language),
        ways: waysOf(ports, site),
        ...(site.hours ? { opening: openingOf(site.hours, ports.now()) } : {}),
        rating: site.rating,
        ...(before ? { before } : {}),
        ...(site.reopenMs === undefined ? {} : { reopenMs: site.reopenMs }),
        ...(site.mail && ports.mailer ? { transcript: true } : {}),
        ...pushOf(ports, site, req.headers.origin),
        ...(kinds.length > 0 ? { files: { maxBytes, kinds } } : {}),
        ...(user ? { user: user.id } : {}),
        ...(opened.returned === undefined ? {} : { returned: opened.returned })
      }
    }
  })
}

/** The site a page names. @throws {Refused} `not_found` */
export function siteOf({ sites }: Ports, key: string): Site {
  const site = sites.get(key)
  if (site) return site
  const message = `There is no site with the key "${key}". Check data-site of the script tag, or "key" in the relay’s configuration.`
  throw new Refused('not_found', message, 'site')
}

/** How a visitor's browser can be told of answers, if it can: on pages of the site, which alone have its service worker. */
const pushOf = (
  { pusher }: Ports,
  { push, origins }: Site,
  origin = ''
): Pick<SessionReply, 'push'> =>
  pusher && push && origins.includes(origin)
    ? { push: { key: pusher.publicKey, worker: push.worker } }
    : {}

/** Where a visitor of a site can go on. */
const waysOf = ({ accounts }: Ports, site: Site): Way[] =>
  [...accounts.values()].filter(account => account.site === site.key).map(wayOf)

/** How an account is offered. */
export const wayOf = ({ id, channel }: Account): Way => ({
  account: id,
  network: channel.network,
  address: channel.address,
  byNumber: channel.limits.writesFirst
})
