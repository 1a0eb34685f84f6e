import type { IncomingMessage } from 'node:http'
import { Refused } from '../core/refusal.ts'
import type { Site } from '../core/settings.ts'

/**
 * The site whose key came with a call: as the user of Basic authentication, which the Segment clients send,
 * as `X-Write-Key`, or in the body, which a beacon can send.
 *
 * @throws {Refused} `unauthorized`, and `forbidden` when a page of another origin has called
 */
export function siteOfWriteKey(
  sites: ReadonlyMap<string, Site>,
  { headers }: Pick<IncomingMessage, 'headers'>,
  body: Record<string, unknown>
): Site {
  const site = sites.get(
    basicUser(headers.authorization) || headerOf(headers) || textOf(body.writeKey)
  )
  if (!site) throw new Refused('unauthorized', 'The write key is missing or is no site’s.')
  // Servers send no origin. A page that does must be one of the site's.
  if (headers.origin && !site.origins.includes(headers.origin)) {
    throw new Refused('forbidden', 'This page is not on one of the site’s origins.')
  }
  return site
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

const headerOf = (headers: IncomingMessage['headers']): string => textOf(headers['x-write-key'])

function basicUser(authorization = ''): string {
  const encoded = /^Basic +(\S+) *$/i.exec(authorization)?.[1] ?? ''
  return Buffer.from(encoded, 'base64').toString('utf8').split(':')[0]!
}
