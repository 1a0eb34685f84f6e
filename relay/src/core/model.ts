import type { Author, Button, DeliveryStatus, Entry, Page } from '@segue/sdk/protocol'
import type { Content, Reason } from './channel.ts'
import type { KnownName, MarkedTraits } from './identity/merge-traits.ts'
import type { Node } from './identity/who-is-who.ts'

/**
 * One human on one site, as one name of theirs knows them: a browser, an anonymous id, a user, a phone. What they did and said
 * stays with it; whom it counts as is its root, which may change at any time (`who-is-who.ts`).
 */
export interface Person extends MarkedTraits, Omit<KnownName, 'name'> {
  id: string
  site: string
  /** The node this is the person of; null for a phone's. */
  node: Node | null
  /** The person this one is shown as: its own id while nobody is known to be the same. */
  root: string
  name: string | null
  /** BCP 47 */
  language: string | null
  at: number
}

/** How a channel names a person. `names` are synonyms: a WhatsApp user may be known by a scoped id, a phone number, or both. */
export interface Address {
  id: string
  site: string
  /** `web`, or the account it was met on: the same number on two accounts is two addresses, and nothing links them. */
  account: string
  /** `web:…`, `whatsapp:…`, `phone:+…` */
  names: string[]
  /** SHA-256 of a visitor's secret; null off the web. */
  secretHash: string | null
  language: string | null
  /** When the person last wrote from here: the network's window counts from it. */
  lastInboundAt: number | null
  /** The provider's id of the newest message from here. */
  lastInboundId: string | null
  /** What `lastInboundId` was when an agent last read everything from here. The two differ while something is unread. */
  lastReadId: string | null
  optedOutAt: number | null
  at: number
}

export type Proof = 'self' | 'code' | 'number' | 'return' | 'token' | 'staff'

/**
 * The claim that an address is a person's, in one conversation. An address has exactly one link that has not ended.
 * Ending it brings back the one it replaced.
 */
export interface Link {
  id: string
  address: string
  person: string
  conversation: string
  proof: Proof
  /** Whether what is said here shows in the web session that made the code. */
  mirror: 'asked' | 'on' | 'off'
  /** The link this one replaced. */
  before: string | null
  /** For a site opened by a return link: the phone's link that asked for it. Null otherwise. */
  via: string | null
  handoff: string | null
  at: number
  endedAt: number | null
  endedBy: 'agent' | 'phone' | 'visitor' | 'replaced' | null
}

export interface Conversation {
  id: string
  site: string
  person: string
  /** The newest entry's number. */
  seq: number
  state: 'waiting' | 'open' | 'closed'
  /** The agent who has it. */
  agent: string | null
  /** The page it began on. */
  page: Page | null
  at: number
  waitingSince: number | null
  /** Where the person last did something: the address, and when. */
  lastAddress: string | null
  lastAt: number | null
  /** Newest `seq` an agent, and the visitor, has read. */
  agentRead: number
  visitorRead: number
  /** Newest `seq` that any inbox, and any widget of the visitor, has got. */
  agentGot: number
  visitorGot: number
}

type Unnumbered<T> = T extends Entry ? Omit<T, 'seq' | 'at'> : never

/** What happened, before it has its number. */
export type EntryBody = Unnumbered<Exclude<Entry, { type: 'hidden' }>>

/** An entry as it is kept. */
export interface StoredEntry {
  conversation: string
  seq: number
  at: number
  /** The link it was said or happened through; null for the web session the conversation belongs to. Visibility hangs on it. */
  link: string | null
  body: EntryBody
}

/** A message to be appended. */
export interface MessageDraft {
  id: string
  cid?: string
  from: Author
  name?: string
  text: string
  files?: string[]
  buttons?: Button[]
}

/** One message on its way to one address. */
export interface Delivery {
  id: string
  /** Null for a notice outside any conversation: a confirmation to a number nobody has proven yet. */
  conversation: string | null
  message: string | null
  account: string
  address: string
  content: Content
  template: { name: string; language: string } | null
  status: DeliveryStatus
  providerId: string | null
  reason: Reason | null
  /** The delivery this one stands in for, after a definite failure. */
  insteadOf: string | null
  at: number
}

/** A delivery's place in the queue of its address. */
export interface OutboxItem {
  id: string
  delivery: string
  account: string
  /** Order is kept within a lane: the address. */
  lane: string
  attempts: number
  runAt: number
}

export interface Handoff {
  id: string
  site: string
  conversation: string
  person: string
  account: string
  way: 'code' | 'number'
  by: 'visitor' | 'agent'
  /** SHA-256 of the code; null when it goes by number. */
  codeHash: string | null
  /** The address a confirmation was sent to. */
  address: string | null
  status: 'offered' | 'opened' | 'linked' | 'expired' | 'revoked'
  at: number
  expiresAt: number
}

/** A way back to the site, good once. */
export interface ReturnLink {
  hash: string
  conversation: string
  /** The link of the phone that asked for it. */
  link: string
  expiresAt: number
}

/** One `track`, `identify`, `page`, `group` or `alias` call, as it is kept. */
export interface TrackedEvent {
  id: string
  /** The client's own id, unique on the site: the same call twice is one event. */
  messageId: string
  site: string
  person: string | null
  anonymousId: string | null
  userId: string | null
  type: string
  name: string
  body: Record<string, unknown>
  page: Page | null
  at: number
  receivedAt: number
}

/** A picture or document. Its bytes lie in the files' own room. */
export interface FileRecord {
  id: string
  site: string
  name: string
  /** By its bytes, not by what anybody says. */
  mime: string
  size: number
  /** The visitor's address that brought it: nobody else may send it. Null for an agent's, and for what came by a network. */
  owner: string | null
  /** The first message it is part of. Null until it is sent; what nobody sends is removed after a day. */
  message: string | null
  at: number
}
