import type { Channel, Outcome } from '../core/channel.ts'
import { fetchBytes } from './fetch-bytes.ts'
import { type Answer, sendToProvider } from './http-send.ts'
import { digitsOf, formatNumber, nameWith } from './phone-number.ts'
import { textOf } from './provider-json.ts'
import { plainForSms } from './sms-text.ts'
import { refuse, sortRefusal } from './sort-refusal.ts'
import { asText } from './text-lines.ts'
import { readTwilioError } from './twilio-errors.ts'
import { isSignedByTwilio } from './twilio-signature.ts'
import { readTwilioWebhook } from './twilio-webhook.ts'
import type { World } from './world.ts'

/** One SMS number of the company at Twilio. */
export interface TwilioSettings {
  /** The account's id in our configuration. */
  id: string
  accountSid: string
  /** Opens the API and signs the webhooks. */
  authToken: string
  /** The number people write to: `+46766000000`. */
  from: string
  /** Scheme and host instead of Twilio's own: a simulator, a proxy. */
  apiUrl?: string
  /** The relay's own public address, without a slash at the end. */
  publicUrl: string
}

const API = 'https://api.twilio.com'
const VERSION = '2010-04-01'

/** What Twilio takes in one message. */
const MAX_BODY = 1600

const NO_NAME = 'No phone number of this person is known.'
const NO_FIT = 'The message is empty, or too long for SMS.'

/**
 * How Twilio calls us back: three more tries when it cannot connect, gets no answer, or gets a 5xx.
 * Without it there is one, and none after a 5xx. The fragment is neither sent nor signed.
 */
const RETRIES = 'rc=3&rp=ct,rt,5xx'

/** SMS, through Twilio. */
export function twilio(settings: TwilioSettings, world: World = {}): Channel {
  const { now = Date.now, timeoutMs = 15_000 } = world
  const { id, accountSid, authToken, from, publicUrl } = settings
  const api = new URL(settings.apiUrl ?? API).origin
  const account = `/${VERSION}/Accounts/${encodeURIComponent(accountSid)}`
  const token = Buffer.from(`${accountSid}:${authToken}`).toString('base64')
  const authorization = `Basic ${token}`
  const headers = { authorization, 'content-type': 'application/x-www-form-urlencoded' }

  const callbackFor = (delivery: string) =>
    `${publicUrl}/webhooks/${encodeURIComponent(id)}?delivery=${encodeURIComponent(delivery)}#${RETRIES}`

  return {
    network: 'sms',
    limits: {
      // Four segments of GSM-7. The API's 1,600 leave room for links, and for emoji, which count twice there.
      textLength: 612,
      buttons: 0,
      files: false,
      readReceipts: false,
      writesFirst: true,
      // Operators do not keep the order of what comes at the same moment.
      spacingMs: 1000
    },
    accepts: 204,
    address: formatNumber(from),

    async send({ to, content, delivery }) {
      const number = nameWith('phone:', to) ?? nameWith('sms:', to)
      const text = plainForSms(asText(content))
      if (!number) return refuse('unreachable_person', 'no_name', NO_NAME)
      if (text.trim() === '' || text.length > MAX_BODY) return refuse('content', 'no_fit', NO_FIT)
      const fields = { To: number, From: from, Body: text, StatusCallback: callbackFor(delivery) }
      const body = new URLSearchParams(fields).toString()
      const url = `${api}${account}/Messages.json`
      const answer = await sendToProvider(url, { headers, body, timeoutMs })
      return answer.kind === 'answer' ? outcomeOf(answer) : answer
    },

    verify: call => call.method === 'POST' && isSignedByTwilio(call, authToken),

    parse: call => readTwilioWebhook(call, { accountSid, at: now() }),

    async fetchFile(ref, signal) {
      if (!ref.startsWith(`${account}/`)) throw new Error('The file is not one of this account’s.')
      // Twilio sends us on to where its files lie, without the token.
      const mayFetch = (url: URL) => url.protocol === 'https:' || url.origin === api
      const call = { headers: { authorization }, signal, mayFetch, hops: 2 }
      return fetchBytes(new URL(`${api}${ref}`), call)
    },

    handoffLink: draft => `sms:+${digitsOf(from)}?&body=${encodeURIComponent(draft)}`
  }
}

function outcomeOf(answer: Answer): Outcome {
  const providerId = textOf(answer.body.sid)
  if (answer.status < 300 && providerId) return { kind: 'accepted', providerId }
  return sortRefusal(answer, readTwilioError(answer.body))
}
