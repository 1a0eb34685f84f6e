import type { TwilioCode } from './twilio-errors.ts'

/** What a company asks Twilio to send. */
export interface SendForm {
  to: string
  body: string
  mediaUrls: string[]
  statusCallback?: string
}

const E164 = /^\+[1-9]\d{6,14}$/

/** Underscores in a host are refused, as are other schemes. */
const isCallback = (url: string) =>
  /^https?:$/.test(URL.canParse(url) ? new URL(url).protocol : '') &&
  !new URL(url).host.includes('_')

/** Checks a form like Twilio does. Returns the code it is refused with, or what it says. */
export function readSendForm(form: URLSearchParams, from: string): SendForm | TwilioCode {
  const to = form.get('To') ?? ''
  const body = form.get('Body') ?? ''
  const mediaUrls = form.getAll('MediaUrl')
  const statusCallback = form.get('StatusCallback') ?? undefined
  if (!E164.test(to)) return 21211
  if (form.get('From') !== from) return 21606
  if (body === '' && !mediaUrls.length) return 21602
  if (body.length > 1600) return 21617
  if (mediaUrls.length > 10 || !mediaUrls.every(url => URL.canParse(url))) return 21620
  if (statusCallback === undefined) return { to, body, mediaUrls }
  return isCallback(statusCallback) ? { to, body, mediaUrls, statusCallback } : 21609
}
