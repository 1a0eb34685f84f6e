import type { MessageRecord, TwilioStatus } from './message-record.ts'
import type { OptOutType } from './opt-out.ts'
import { countSegments } from './sms-segments.ts'

/** The fields of one webhook call. */
export type Form = Record<string, string>

const API_VERSION = '2010-04-01'

const COUNTRIES = new Map([
  ['+46', 'SE'],
  ['+47', 'NO'],
  ['+45', 'DK'],
  ['+1', 'US']
])

const countryOf = (number: string) =>
  [...COUNTRIES].find(([prefix]) => number.startsWith(prefix))?.[1] ?? ''

interface Inbound {
  record: MessageRecord
  accountSid: string
  /** Where each picture can be fetched. */
  media: { url: string; mime: string }[]
  optOut?: { type: OptOutType; service: string } | undefined
}

/** Somebody sent a text message. */
export function inboundForm({ record, accountSid, media, optOut }: Inbound): Form {
  const pictures = media.flatMap(({ url, mime }, index) => [
    [`MediaUrl${index}`, url],
    [`MediaContentType${index}`, mime]
  ])
  return {
    ToCountry: countryOf(record.to),
    SmsMessageSid: record.sid,
    NumMedia: String(media.length),
    SmsSid: record.sid,
    SmsStatus: 'received',
    Body: record.body,
    To: record.to,
    NumSegments: String(countSegments(record.body)),
    MessageSid: record.sid,
    AccountSid: accountSid,
    From: record.from,
    ApiVersion: API_VERSION,
    ...Object.fromEntries(pictures),
    ...(optOut && { OptOutType: optOut.type, MessagingServiceSid: optOut.service })
  }
}

interface Progress {
  record: MessageRecord
  accountSid: string
  status: TwilioStatus
  errorCode?: number | undefined
  at: number
}

/** How far a message of the company's got. */
export const statusForm = ({ record, accountSid, status, errorCode, at }: Progress): Form => ({
  SmsSid: record.sid,
  MessageSid: record.sid,
  AccountSid: accountSid,
  From: record.from,
  To: record.to,
  ApiVersion: API_VERSION,
  SmsStatus: status,
  MessageStatus: status,
  ...(errorCode !== undefined && { ErrorCode: String(errorCode) }),
  ...((status === 'delivered' || status === 'undelivered') && { RawDlrDoneDate: carrierDate(at) })
})

/** `YYMMDDhhmm`, as carriers write it. */
const carrierDate = (at: number) => new Date(at).toISOString().replace(/\D/g, '').slice(2, 12)
