import { createHmac } from 'node:crypto'
import type { WebhookCall } from '../core/channel.ts'
import { sameSecret } from './signature.ts'

/** Did Meta sign these very bytes? Writing the JSON anew would change its escapes, so it is never done. */
export function isSignedByMeta({ headers, body }: WebhookCall, appSecret: string): boolean {
  if (!appSecret) return false
  const digest = createHmac('sha256', appSecret).update(body).digest('hex')
  return sameSecret(headers['x-hub-signature-256'], `sha256=${digest}`)
}

/** Meta's question when a webhook is set up: the challenge to send back, or false to a stranger. */
export function answerChallenge(
  { url }: WebhookCall,
  verifyToken: string
): false | { challenge: string } {
  const asked = URL.canParse(url) ? new URL(url).searchParams : new URLSearchParams()
  const challenge = asked.get('hub.challenge') ?? ''
  const known = sameSecret(asked.get('hub.verify_token') ?? undefined, verifyToken)
  // Only what Meta sends goes back: what we echo must never be a page.
  const isPlain = /^[\w.-]{1,256}$/.test(challenge)
  return asked.get('hub.mode') === 'subscribe' && known && isPlain && { challenge }
}
