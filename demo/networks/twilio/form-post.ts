import type { Call } from '../courier.ts'
import type { TwilioAccount } from './account.ts'
import { withoutFragment } from './retry-policy.ts'
import type { Form } from './twilio-forms.ts'
import { signTwilio } from './twilio-signature.ts'

/** A form on its way to one of the company's URLs. */
export interface FormPost {
  /** With the fragment that sets its retries. */
  url: string
  form: Form
  /** The same for every try. */
  token: string
  /** For an incoming message: who wrote it, and its id. */
  inbound?: { number: string; sid: string }
}

/** The signed call that carries it. */
export function packForm({ url, form, token }: FormPost, { authToken }: TwilioAccount): Call {
  const target = withoutFragment(url)
  const headers = {
    'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
    'user-agent': 'TwilioProxy/1.1',
    'x-twilio-signature': signTwilio(target, form, authToken),
    'i-twilio-idempotency-token': token
  }
  return { url: target, headers, body: new URLSearchParams(form).toString() }
}

/** What Twilio makes of a webhook's answer: plain text and `<Message>`s become messages to the person. */
export function repliesIn({ type, body }: { type: string; body: string }): string[] {
  if (type.startsWith('text/plain') || type.startsWith('text/html')) {
    return body.trim() ? [body.trim()] : []
  }
  const messages = body.matchAll(/<Message[^>]*>(?:\s*<Body>)?([^<]+)/g)
  return [...messages].map(([, text = '']) => text.trim()).filter(Boolean)
}
