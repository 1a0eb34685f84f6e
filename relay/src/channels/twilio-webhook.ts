import { type ChannelEvent, ChannelInputError, type WebhookCall } from '../core/channel.ts'
import { bareMime, nameFor } from './file-name.ts'
import { phoneName } from './phone-number.ts'
import { readTwilioFailure } from './twilio-errors.ts'
import { MAX_FORM_BYTES } from './twilio-signature.ts'

type MessageEvent = Extract<ChannelEvent, { type: 'message' }>
type StatusEvent = Extract<ChannelEvent, { type: 'status' }>

/** What a webhook says of one of our Twilio accounts. Twilio tells no time, so it is `at`. */
export function readTwilioWebhook(
  { url, body }: WebhookCall,
  { accountSid, at }: { accountSid: string; at: number }
): ChannelEvent[] {
  if (body.length > MAX_FORM_BYTES) throw new ChannelInputError('The form is too long.')
  const form = new URLSearchParams(new TextDecoder().decode(body))
  const sid = form.get('AccountSid')
  if (!sid) throw new ChannelInputError('The form has no AccountSid, so it is not Twilio’s.')
  const providerId = form.get('MessageSid') || form.get('SmsSid')
  if (sid !== accountSid || !providerId || !isSms(form)) return []
  return form.has('MessageStatus')
    ? statusEvent(form, { providerId, url, at })
    : messageEvent(form, { providerId, at })
}

/** WhatsApp and Messenger through Twilio come over the same webhook: `whatsapp:+46…`. They are not SMS. */
const isSms = (form: URLSearchParams): boolean =>
  ![form.get('From'), form.get('To')].some(name => name?.includes(':'))

function messageEvent(
  form: URLSearchParams,
  { providerId, at }: { providerId: string; at: number }
): ChannelEvent[] {
  const sender = form.get('From')
  if (!sender || !form.has('Body')) return []
  const optOut = OPT_OUTS.get(form.get('OptOutType')?.toUpperCase() ?? '')
  return [
    {
      type: 'message',
      providerId,
      from: [nameOf(sender)],
      text: form.get('Body') ?? '',
      files: filesOf(form),
      at,
      ...(optOut && { optOut })
    }
  ]
}

/** Short codes and names write to us, too, and are no international numbers. */
const nameOf = (sender: string): string =>
  (sender.startsWith('+') && phoneName(sender)) || `sms:${sender}`

const OPT_OUTS = new Map<string, NonNullable<MessageEvent['optOut']>>([
  ['STOP', 'stop'],
  ['START', 'start'],
  ['HELP', 'help']
])

/** Most pictures one MMS holds. */
const MAX_MEDIA = 10

/** Only the path is kept: a file is always fetched from the API itself. */
function filesOf(form: URLSearchParams): MessageEvent['files'] {
  const count = Math.min(Number(form.get('NumMedia')) || 0, MAX_MEDIA)
  return Array.from({ length: count }, (_, index) => index).flatMap(index => {
    const url = form.get(`MediaUrl${index}`) ?? ''
    if (!URL.canParse(url)) return []
    const mime = bareMime(form.get(`MediaContentType${index}`) ?? '')
    const kind = mime.split('/')[0] === 'application' ? 'file' : mime.split('/')[0]!
    return [{ ref: new URL(url).pathname, name: nameFor(kind, mime), mime }]
  })
}

const STATUSES = new Map<string, StatusEvent['status']>([
  ['sent', 'sent'],
  ['delivered', 'delivered'],
  ['read', 'read'],
  ['undelivered', 'failed'],
  ['failed', 'failed'],
  ['canceled', 'failed']
])

function statusEvent(
  form: URLSearchParams,
  { providerId, url, at }: { providerId: string; url: string; at: number }
): ChannelEvent[] {
  const status = STATUSES.get(form.get('MessageStatus') ?? '')
  if (!status) return []
  // Ours: it is in the callback we gave with the message.
  const delivery = URL.canParse(url) ? new URL(url).searchParams.get('delivery') : null
  return [
    {
      type: 'status',
      providerId,
      ...(delivery && { delivery }),
      status,
      ...(status === 'failed' && readTwilioFailure(form.get('ErrorCode') ?? '')),
      at
    }
  ]
}
