import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Ports } from '../../core/ports.ts'
import { Refused } from '../../core/refusal.ts'
import type { Site } from '../../core/settings.ts'
import { homesOf } from '../origins.ts'

/** Whose events a call brings. */
export interface Sender {
  site: Site
  /** Whether it came with the site's secret: then it is the company's own server. */
  trusted: boolean
}

/** What a call may bring its key in. */
export interface Keyed {
  headers: IncomingMessage['headers']
  query: Record<string, unknown>
  body: Record<string, unknown>
}

/**
 * Finds the site whose key came with a call. The first place with a key of ours counts: Basic authentication,
 * which the Segment and RudderStack clients send, the body, which a beacon can send, `X-Write-Key`, the query.
 *
 * @throws {Refused} `unauthorized`, and `forbidden` when a page of another origin, or one with the secret, has called
 */
export type FindSender = (call: Keyed) => Sender

export function createFindSender(
  { sites, publicUrl }: Pick<Ports, 'sites' | 'publicUrl'>,
  siteSecrets: ReadonlyMap<string, string>
): FindSender {
  // Looked up by hash, so that the time it takes tells nothing about the secret.
  const bySecret = new Map([...siteSecrets].map(([key, secret]) => [hashOf(secret), key]))

  return ({ headers, query, body }) => {
    const user = basicUser(headers.authorization)
    const owner = sites.get(bySecret.get(hashOf(user)) ?? '')
    if (owner) {
      refuseSecretOfPage(headers)
      return { site: owner, trusted: true }
    }
    const keys = [user, textOf(body.writeKey), idIn(headers['x-write-key']), textOf(query.writeKey)]
    const site = sites.get(keys.find(key => sites.has(key)) ?? '')
    if (!site) throw new Refused('unauthorized', 'The write key is missing or is no site’s.')
    // Servers send no origin. A page that does must be one of the site's.
    if (headers.origin && !homesOf(site, publicUrl).includes(headers.origin)) {
      throw new Refused('forbidden', 'This page is not on one of the site’s origins.')
    }
    return { site, trusted: false }
  }
}

function refuseSecretOfPage({ origin }: IncomingMessage['headers']): void {
  if (origin === undefined) return
  const message = 'The site’s secret is for servers. A page sends its key; make a new secret now.'
  throw new Refused('forbidden', message)
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64')

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Jitsu's clients only send a key that looks like `key:something`. */
const idIn = (header: unknown): string => textOf(header).split(':')[0]!

function basicUser(authorization = ''): string {
  const encoded = /^Basic +(\S+) *$/i.exec(authorization)?.[1] ?? ''
  return Buffer.from(encoded, 'base64').toString('utf8').split(':')[0]!
}
