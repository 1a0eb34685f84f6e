import type { NetworkParts } from '../network-parts.ts'
import type { PhoneNetwork } from '../phones.ts'
import type { Owner } from '../screen.ts'
import type { GraphRefusal } from './graph-errors.ts'
import type { Incoming } from './incoming.ts'
import type { Shown } from './message-rules.ts'
import { digitsOf } from './webhook-values.ts'

/** Who a message goes to. */
export interface Recipient {
  owner: Owner | undefined
  /** As the company wrote it. */
  to: string
  /** By scoped id instead of number. */
  byId: boolean
}

/** `to` is a number, `recipient` a scoped id; with both, `to` wins. */
export function recipientOf(
  body: { to?: unknown; recipient?: unknown },
  phones: PhoneNetwork
): Recipient | undefined {
  const { to, recipient } = body
  if (typeof to === 'string' && to !== '') {
    return { owner: phones.ownerOf(`+${digitsOf(to)}`), to, byId: false }
  }
  if (typeof recipient !== 'string' || recipient === '') return undefined
  return { owner: phones.ownerByUserId(recipient), to: recipient, byId: true }
}

interface Needs extends NetworkParts {
  incoming: Incoming
}

/** Within this time a second message to the same person counts as too fast, when limits are on. */
const PAIR_MS = 6000

const WINDOW_CLOSED: GraphRefusal = {
  code: 131047,
  details:
    'Message failed to send because more than 24 hours have passed since the customer last replied to this number.'
}

/** Why a well-formed message is refused right now, if it is. */
export function checkSend(
  { faults, incoming, phones, clock }: Needs,
  { owner }: Recipient,
  shown: Shown
): GraphRefusal | undefined {
  if (faults.strikes('serverErrors')) return { code: 131000, details: 'Something went wrong.' }
  if (faults.strikes('rateLimits')) {
    const last = owner && phones.chat(owner.number, 'whatsapp').bubbles.findLast(b => !b.mine)
    return last && clock.now() - last.at < PAIR_MS
      ? { code: 131056, details: 'Too many messages sent to the same phone number.' }
      : { code: 130429, details: 'Cloud API message throughput has been reached.' }
  }
  if (!owner || shown.template || incoming.windowOpen(owner)) return undefined
  return WINDOW_CLOSED
}
