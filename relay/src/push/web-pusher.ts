import webPush from 'web-push'
import type { Outcome } from '../core/channel.ts'
import type { Push, Pusher } from '../core/push/push.ts'
import { type Posted, postOnce } from './post-once.ts'
import { createKnownServices } from './push-services.ts'

/** What push services know this relay by: `npx segue-relay vapid` makes the keys. */
export interface VapidSettings {
  publicKey: string
  privateKey: string
  /** Whom a push service may write to: `mailto:…` or `https://…`. */
  subject: string
  /** Origins of push services beside those of the browsers. */
  services?: readonly string[]
}

/** Sends by Web Push (RFC 8030), encrypted for the browser alone (RFC 8291), signed by our keys (RFC 8292). */
export function createWebPusher({ services, ...vapidDetails }: VapidSettings): Pusher {
  const { knows, isNamed } = createKnownServices(services)
  return {
    publicKey: vapidDetails.publicKey,
    knows,
    async send(push): Promise<Outcome> {
      const { endpoint } = push.subscription
      // Also what was kept before the list of services became shorter.
      if (!knows(endpoint)) return gone('unknown_service')
      let request: ReturnType<typeof prepare>
      try {
        request = prepare(push, vapidDetails)
      } catch {
        return gone('bad_keys')
      }
      return outcomeOf(await postOnce(endpoint, { ...request, anywhere: isNamed(endpoint) }))
    }
  }
}

function prepare(
  { subscription: { endpoint, p256dh, auth }, payload, topic, ttl }: Push,
  vapidDetails: { subject: string; publicKey: string; privateKey: string }
) {
  const { headers, body } = webPush.generateRequestDetails(
    { endpoint, keys: { p256dh, auth } },
    payload,
    { vapidDetails, topic, TTL: ttl, urgency: 'high', contentEncoding: 'aes128gcm' }
  )
  return { headers: headers as Record<string, string | number>, body: body as Buffer }
}

const gone = (code: string): Outcome => ({
  kind: 'refused',
  why: 'unreachable_person',
  reason: { code, text: 'This browser cannot be told any more.' }
})

function outcomeOf(posted: Posted): Outcome {
  if ('failed' in posted) {
    const { failed: code, isSent } = posted
    const reason = { code, text: `The push service could not be asked: ${code}.` }
    return { kind: isSent ? 'unknown' : 'unreachable', reason }
  }
  const { status, retryAfterMs } = posted
  const reason = { code: String(status), text: `The push service answered ${status}.` }
  if (status >= 200 && status < 300) return { kind: 'accepted', providerId: String(status) }
  if (status === 404 || status === 410) return gone(String(status))
  if (status === 429 || status >= 500) {
    return { kind: 'limited', reason, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) }
  }
  // Our keys are not the ones the browser was told: only an operator can mend that.
  if (status === 401 || status === 403) return { kind: 'refused', why: 'account', reason }
  return { kind: 'refused', why: 'content', reason }
}
