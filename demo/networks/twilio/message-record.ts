import type { Clock } from '../clock.ts'
import { countSegments } from './sms-segments.ts'

export type TwilioStatus = 'queued' | 'sent' | 'delivered' | 'undelivered' | 'failed' | 'received'

/** A message as Twilio keeps it. */
export interface MessageRecord {
  sid: string
  direction: 'inbound' | 'outbound-api' | 'outbound-reply'
  from: string
  to: string
  body: string
  media: number
  status: TwilioStatus
  errorCode: number | null
  at: number
  sentAt: number | null
}

/** The records of one account, newest first when listed. */
export interface MessageRecords {
  add(record: Omit<MessageRecord, 'at' | 'sentAt' | 'errorCode'>): MessageRecord
  move(sid: string, status: TwilioStatus, errorCode?: number): MessageRecord | undefined
  find(sid: string): MessageRecord | undefined
  list(): MessageRecord[]
}

export function createMessageRecords(clock: Clock): MessageRecords {
  const records = new Map<string, MessageRecord>()
  return {
    add(fields) {
      const at = clock.now()
      const sentAt = fields.status === 'received' ? at : null
      const record = { ...fields, errorCode: null, at, sentAt }
      records.set(record.sid, record)
      return record
    },
    move(sid, status, errorCode) {
      const record = records.get(sid)
      if (!record) return undefined
      record.status = status
      record.errorCode = errorCode ?? null
      if (status === 'sent') record.sentAt = clock.now()
      return record
    },
    find: sid => records.get(sid),
    list: () => [...records.values()].reverse()
  }
}

/** RFC 2822, as Twilio writes dates. */
const twilioDate = (at: number) => new Date(at).toUTCString().replace('GMT', '+0000')

/** The resource, as the API shows it. */
export function messageResource(record: MessageRecord, accountSid: string) {
  const uri = `/2010-04-01/Accounts/${accountSid}/Messages/${record.sid}`
  return {
    account_sid: accountSid,
    api_version: '2010-04-01',
    body: record.body,
    date_created: twilioDate(record.at),
    date_sent: record.sentAt && twilioDate(record.sentAt),
    date_updated: twilioDate(record.sentAt ?? record.at),
    direction: record.direction,
    error_code: record.errorCode,
    error_message: null,
    from: record.from,
    messaging_service_sid: null,
    num_media: String(record.media),
    num_segments: String(countSegments(record.body)),
    price: null,
    price_unit: null,
    sid: record.sid,
    status: record.status,
    subresource_uris: { media: `${uri}/Media.json` },
    to: record.to,
    uri: `${uri}.json`
  }
}
