import { createHmac } from 'node:crypto'
import querystring from 'node:querystring'
import type { WebhookCall } from '../core/channel.ts'
import { sameSecret } from './signature.ts'

/** Longer bodies are not Twilio's: an SMS with ten pictures takes some 4 kB. */
export const MAX_FORM_BYTES = 64 * 1024

/**
 * Did Twilio sign this call? It signs the URL as it was configured, followed by every field, sorted.
 * The Host header and the protocol of the call prove nothing: a proxy changes both.
 */
export function isSignedByTwilio({ url, headers, body }: WebhookCall, authToken: string): boolean {
  const given = headers['x-twilio-signature']
  if (!authToken || !given || body.length > MAX_FORM_BYTES || !URL.canParse(url)) return false
  const fields = sortedFields(new URLSearchParams(new TextDecoder().decode(body)))
  const sign = (signed: string) =>
    createHmac('sha1', authToken)
      .update(signed + fields)
      .digest('base64')
  return [...spellingsOf(url)].some(spelling => sameSecret(given, sign(spelling)))
}

/** Names in order, each followed by its value; empty values stay, repeated ones count once and in order. */
function sortedFields(form: URLSearchParams): string {
  const names = [...new Set(form.keys())].sort()
  return names
    .flatMap(name => [...new Set(form.getAll(name))].sort().map(value => name + value))
    .join('')
}

/** Twilio is not consistent about ports, nor about escapes in a query: its own libraries try all of these. */
function spellingsOf(url: string): Set<string> {
  const { protocol, hostname, port, pathname, search } = new URL(url)
  const spelled = (host: string, query: string) => `${protocol}//${host}${pathname}${query}`
  const withPort = `${hostname}:${port || (protocol === 'https:' ? '443' : '80')}`
  const escaped = search && `?${querystring.stringify(querystring.parse(search.slice(1)))}`
  return new Set([
    spelled(hostname, search),
    spelled(withPort, search),
    spelled(hostname, escaped),
    spelled(withPort, escaped)
  ])
}
