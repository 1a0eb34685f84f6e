import { createHmac } from 'node:crypto'

/** The `X-Twilio-Signature` of a form: the URL it goes to, then every field, sorted by name. */
export function signTwilio(url: string, fields: Record<string, string>, authToken: string): string {
  const names = Object.keys(fields).sort()
  const signed = url + names.map(name => name + fields[name]).join('')
  return createHmac('sha1', authToken).update(signed).digest('base64')
}
