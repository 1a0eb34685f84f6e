import type { Bubble, Owner } from '../screen.ts'
import { type GraphRefusal, statusError } from './graph-errors.ts'

/** The company's number, as webhooks name it. */
export interface Business {
  phoneNumberId: string
  /** `+46766000000` */
  number: string
  /** The WhatsApp Business Account. */
  accountId: string
}

/** One change, as Meta puts it in a webhook. */
export type Value = Record<string, unknown>

/** Meta writes numbers as digits alone. */
export const digitsOf = (number: string): string => number.replace(/\D/g, '')

const seconds = (at: number) => String(Math.floor(at / 1000))

/** A whole webhook body: every change of one account, in one entry. */
export const webhookBody = ({ accountId }: Business, values: Value[]) => ({
  object: 'whatsapp_business_account',
  entry: [{ id: accountId, changes: values.map(value => ({ value, field: 'messages' })) }]
})

const metadata = ({ number, phoneNumberId }: Business) => ({
  messaging_product: 'whatsapp',
  metadata: { display_phone_number: digitsOf(number), phone_number_id: phoneNumberId }
})

/** Since April 2026 people have a scoped id, and those with a username may keep their number to themselves. */
const contactOf = ({ name, number, username, userId, sharesNumber }: Owner) =>
  sharesNumber
    ? { profile: { name }, wa_id: digitsOf(number), user_id: userId }
    : { profile: { name, username }, user_id: userId, parent_user_id: parentOf(userId) }

const senderOf = ({ number, userId, sharesNumber }: Owner) =>
  sharesNumber
    ? { from: digitsOf(number), from_user_id: userId }
    : { from_user_id: userId, from_parent_user_id: parentOf(userId) }

/** `SE.208…` → `SE.ENT.208…`: the same person, for all of a company's portfolios. */
const parentOf = (userId: string) => userId.replace('.', '.ENT.')

/** What somebody sent, in Meta's words. */
export type MessageBody =
  | { kind: 'text'; text: string }
  | { kind: 'file'; type: 'image' | 'document'; note: MediaNote }
  | { kind: 'tap'; button: { id: string; title: string }; under: Bubble }

export interface MediaNote {
  id: string
  mime_type: string
  /** Base64, other than where media is looked up. */
  sha256: string
  caption?: string
  filename?: string
}

function contentOf(body: MessageBody): Value {
  if (body.kind === 'text') return { type: 'text', text: { body: body.text } }
  if (body.kind === 'file') return { type: body.type, [body.type]: body.note }
  const { id, title } = body.button
  return body.under.template
    ? { type: 'button', button: { payload: id, text: title } }
    : { type: 'interactive', interactive: { type: 'button_reply', button_reply: { id, title } } }
}

/** The message it answers. */
const contextOf = (body: MessageBody, { number }: Business) =>
  body.kind === 'tap' ? { context: { from: digitsOf(number), id: body.under.id } } : {}

interface Inbound {
  business: Business
  owner: Owner
  id: string
  at: number
  body: MessageBody
}

/** Somebody wrote to the company. */
export const messageValue = ({ business, owner, id, at, body }: Inbound): Value => ({
  ...metadata(business),
  contacts: [contactOf(owner)],
  messages: [
    {
      ...contextOf(body, business),
      ...senderOf(owner),
      id,
      timestamp: seconds(at),
      ...contentOf(body)
    }
  ]
})

export interface StatusNews {
  business: Business
  /** Undefined when nobody on WhatsApp has that number. */
  owner: Owner | undefined
  /** The number or id it was sent to. */
  to: string
  id: string
  status: 'sent' | 'delivered' | 'read' | 'failed'
  at: number
  /** `biz_opaque_callback_data`: the company's own word for the message, handed back. */
  callbackData: string | undefined
  billed: boolean
  refusal?: GraphRefusal
}

/** How far a message of the company's got. */
export function statusValue(news: StatusNews): Value {
  const { owner, status, refusal, callbackData } = news
  const pricing = news.billed
    ? { billable: true, pricing_model: 'PMP', category: 'utility', type: 'regular' }
    : { billable: false, pricing_model: 'PMP', category: 'service', type: 'free_customer_service' }
  return {
    ...metadata(news.business),
    ...(owner && { contacts: [recipientOf(owner)] }),
    statuses: [
      {
        id: news.id,
        status,
        timestamp: seconds(news.at),
        ...recipientIds(owner, news.to),
        ...(callbackData !== undefined && { biz_opaque_callback_data: callbackData }),
        ...(status === 'failed' ? {} : { pricing }),
        ...(refusal && { errors: [statusError(refusal)] })
      }
    ]
  }
}

const recipientOf = ({ number, userId, sharesNumber }: Owner) =>
  sharesNumber ? { wa_id: digitsOf(number), user_id: userId } : { user_id: userId }

const recipientIds = (owner: Owner | undefined, to: string) =>
  !owner
    ? { recipient_id: digitsOf(to) }
    : owner.sharesNumber
      ? { recipient_id: digitsOf(owner.number), recipient_user_id: owner.userId }
      : { recipient_user_id: owner.userId }
