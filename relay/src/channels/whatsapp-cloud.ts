import type { Channel, ChannelLimits, Outcome } from '../core/channel.ts'
import { type Answer, sendToProvider } from './http-send.ts'
import { digitsOf, formatNumber } from './phone-number.ts'
import { fieldsOf, listOf, parseFields, textOf } from './provider-json.ts'
import { refuse, sortRefusal } from './sort-refusal.ts'
import { readError } from './whatsapp-errors.ts'
import { fetchWhatsAppMedia } from './whatsapp-media.ts'
import {
  payloadOf,
  recipientOf,
  WHATSAPP_BUTTONS,
  WHATSAPP_CAPTION,
  WHATSAPP_ROWS,
  WHATSAPP_TEXT
} from './whatsapp-outgoing.ts'
import { answerChallenge, isSignedByMeta } from './whatsapp-signature.ts'
import { readWebhook } from './whatsapp-webhook.ts'
import type { World } from './world.ts'

/** One number of the company at Meta's WhatsApp Cloud API. */
export interface WhatsAppCloudSettings {
  /** The account's id in our configuration. */
  id: string
  /** The number people write to: `+46766000000`. */
  number: string
  /** Meta's id of that number. */
  phoneNumberId: string
  accessToken: string
  /** Signs the webhooks. */
  appSecret: string
  /** What we told Meta to ask for when the webhook is set up. */
  verifyToken: string
  /** Scheme and host instead of Meta's own: a simulator, a proxy. */
  apiUrl?: string
  /** The relay's own public address. */
  publicUrl: string
}

const API = 'https://graph.facebook.com'
const VERSION = 'v23.0'
const DAY_MS = 24 * 60 * 60_000

const LIMITS: ChannelLimits = {
  textLength: WHATSAPP_TEXT,
  captionLength: WHATSAPP_CAPTION,
  buttons: WHATSAPP_BUTTONS,
  rows: WHATSAPP_ROWS,
  files: true,
  marks: true,
  readReceipts: true,
  windowMs: DAY_MS,
  writesFirst: false,
  // Bursts are welcome; the steady rate of one in six seconds is asked for by code 131056.
  spacingMs: 100
}

const NO_NAME = 'No number or WhatsApp id of this person is known.'
const NO_FIT = 'The message is empty, or too long for WhatsApp.'

/** Meta batches up to 3 MB. */
const MAX_WEBHOOK_BYTES = 4 * 1024 * 1024

/** WhatsApp, through Meta's Cloud API. */
export function whatsappCloud(settings: WhatsAppCloudSettings, world: World = {}): Channel {
  const { now = Date.now, timeoutMs = 15_000 } = world
  const { phoneNumberId, accessToken, appSecret, verifyToken } = settings
  const graph = `${new URL(settings.apiUrl ?? API).origin}/${VERSION}`
  const url = `${graph}/${encodeURIComponent(phoneNumberId)}/messages`
  const headers = { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' }

  const showSign = async (messageId: string, more: object = {}): Promise<void> => {
    const sign = { messaging_product: 'whatsapp', status: 'read', message_id: messageId, ...more }
    await sendToProvider(url, { headers, body: JSON.stringify(sign), timeoutMs })
  }

  return {
    network: 'whatsapp',
    limits: LIMITS,
    accepts: 200,
    address: formatNumber(settings.number),

    async send(message) {
      const recipient = recipientOf(message.to)
      const payload = payloadOf(message)
      if (!recipient) return refuse('unreachable_person', 'no_name', NO_NAME)
      if (!payload) return refuse('content', 'no_fit', NO_FIT)
      const body = JSON.stringify({
        messaging_product: 'whatsapp',
        recipient_type: 'individual',
        ...recipient,
        ...payload,
        biz_opaque_callback_data: message.delivery
      })
      const answer = await sendToProvider(url, { headers, body, timeoutMs })
      return answer.kind === 'answer' ? outcomeOf(answer) : answer
    },

    markRead: id => showSign(id),
    // Marks it as read too: Meta has one call for both.
    showTyping: id => showSign(id, { typing_indicator: { type: 'text' } }),

    verify: call =>
      call.method === 'GET' ? answerChallenge(call, verifyToken) : isSignedByMeta(call, appSecret),

    parse: ({ body }) => readWebhook(parseFields(body, MAX_WEBHOOK_BYTES), { phoneNumberId, now }),

    fetchFile: (ref, signal) => fetchWhatsAppMedia({ graph, accessToken }, ref, signal),

    handoffLink: draft =>
      `https://wa.me/${digitsOf(settings.number)}?text=${encodeURIComponent(draft)}`
  }
}

function outcomeOf(answer: Answer): Outcome {
  const providerId = textOf(listOf(answer.body.messages)[0]?.id)
  if (answer.status < 300 && providerId) return { kind: 'accepted', providerId }
  return sortRefusal(answer, readError(fieldsOf(answer.body.error)))
}
