import type { ChannelEvent } from '../core/channel.ts'
import { phoneName } from './phone-number.ts'
import { type Fields, fieldsOf, listOf, textOf } from './provider-json.ts'
import { readFailure } from './whatsapp-errors.ts'
import { readMessage } from './whatsapp-message.ts'

type StatusEvent = Extract<ChannelEvent, { type: 'status' }>

/** Everything one webhook says of one of our numbers. Meta puts many people's news, and many numbers', in one call. */
export function readWebhook(
  body: Fields,
  { phoneNumberId, now }: { phoneNumberId: string; now: () => number }
): ChannelEvent[] {
  return listOf(body.entry)
    .flatMap(({ changes }) => listOf(changes))
    .filter(({ field }) => field === 'messages')
    .map(({ value }) => fieldsOf(value))
    .filter(({ metadata }) => textOf(fieldsOf(metadata).phone_number_id) === phoneNumberId)
    .flatMap(value => [
      ...listOf(value.messages).flatMap(message => messageEvent(message, value, now)),
      ...listOf(value.statuses).flatMap(status => statusEvent(status, now))
    ])
}

function messageEvent(message: Fields, value: Fields, now: () => number): ChannelEvent[] {
  const contact = contactOf(message, listOf(value.contacts))
  const from = namesOf(message, contact)
  const providerId = textOf(message.id)
  const said = readMessage(message)
  if (!said || !providerId || from.length === 0) return []
  const name = textOf(fieldsOf(contact.profile).name).trim().slice(0, 200)
  return [
    {
      type: 'message',
      providerId,
      from,
      ...(name && { name }),
      files: [],
      ...said,
      at: timeOf(message, now)
    }
  ]
}

/** Contacts come beside the messages, named as the sender is. */
const contactOf = (message: Fields, contacts: Fields[]): Fields =>
  contacts.find(
    ({ wa_id, user_id }) =>
      (wa_id !== undefined && wa_id === message.from) ||
      (user_id !== undefined && user_id === message.from_user_id)
  ) ?? {}

/** Since 2026 a person may come with a scoped id, with a number, or with both. The scoped id outlives a hidden number. */
function namesOf(message: Fields, contact: Fields): string[] {
  const scoped = textOf(message.from_user_id) || textOf(contact.user_id)
  const number = textOf(message.from) || textOf(contact.wa_id)
  const names = [
    scoped && `whatsapp:${scoped}`,
    phoneName(number) ?? (number && `whatsapp:${number}`)
  ]
  return names.filter(name => name !== '' && name !== undefined) as string[]
}

const STATUSES = new Map<string, StatusEvent['status']>([
  ['sent', 'sent'],
  ['delivered', 'delivered'],
  ['read', 'read'],
  // A voice message that was listened to.
  ['played', 'read'],
  ['failed', 'failed']
])

function statusEvent(from: Fields, now: () => number): ChannelEvent[] {
  const status = STATUSES.get(textOf(from.status))
  const providerId = textOf(from.id)
  if (!status || !providerId) return []
  const delivery = textOf(from.biz_opaque_callback_data)
  return [
    {
      type: 'status',
      providerId,
      ...(delivery && { delivery }),
      status,
      ...(status === 'failed' && readFailure(from.errors)),
      at: timeOf(from, now)
    }
  ]
}

/** Seconds, as text. A time that is none is now. */
function timeOf({ timestamp }: Fields, now: () => number): number {
  const seconds = Number(textOf(timestamp) || Number.NaN)
  return Number.isSafeInteger(seconds) && seconds > 0 ? seconds * 1000 : now()
}
