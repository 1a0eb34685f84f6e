import { createHmac } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { WebhookCall } from '../../../relay/src/core/channel.ts'

const folder = join(import.meta.dirname, '../../fixtures')

/** A recorded payload, as it was stored. */
export const fixture = (path: string) =>
  JSON.parse(readFileSync(join(folder, `${path}.json`), 'utf8'))

/** The names of a provider's fixtures. */
export const fixturesOf = (provider: string): string[] =>
  readdirSync(join(folder, provider)).map(file => `${provider}/${file.replace('.json', '')}`)

export const META_SECRET = 'meta-app-secret'

/** Writes JSON as Meta does: everything beyond ASCII escaped, and slashes. */
export const metaJson = (value: unknown): string =>
  JSON.stringify(value)
    .replaceAll('/', '\\/')
    .replace(/[^ -~]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** A webhook signed by Meta. */
export function metaCall(body: unknown, secret = META_SECRET): WebhookCall {
  const bytes = new TextEncoder().encode(typeof body === 'string' ? body : metaJson(body))
  const signature = createHmac('sha256', secret).update(bytes).digest('hex')
  return {
    method: 'POST',
    url: 'https://relay.example/webhooks/wa',
    headers: { 'x-hub-signature-256': `sha256=${signature}` },
    body: bytes
  }
}

/** A webhook as Twilio recorded it, with its own signature. */
export function twilioCall(recorded: {
  url: string
  params: Record<string, string>
  'X-Twilio-Signature': string
}): WebhookCall {
  return {
    method: 'POST',
    url: recorded.url,
    headers: { 'x-twilio-signature': recorded['X-Twilio-Signature'] },
    body: new TextEncoder().encode(new URLSearchParams(recorded.params).toString())
  }
}

/** A form signed with Twilio's rule, for what was never recorded. */
export function signedForm(
  params: string | Record<string, string> | string[][],
  options: { url?: string; signedUrl?: string; authToken?: string } = {}
): WebhookCall {
  const { url = 'https://relay.example/webhooks/sms', authToken = '12345' } = options
  const { signedUrl = url } = options
  const form = new URLSearchParams(params)
  const names = [...new Set(form.keys())].sort()
  const fields = names.map(name =>
    [...new Set(form.getAll(name))]
      .sort()
      .map(value => name + value)
      .join('')
  )
  const signature = createHmac('sha1', authToken)
    .update(signedUrl + fields.join(''))
    .digest('base64')
  return {
    method: 'POST',
    url,
    headers: { 'x-twilio-signature': signature },
    body: new TextEncoder().encode(form.toString())
  }
}
