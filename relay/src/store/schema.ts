import type { Kysely } from 'kysely'
import type { Errand } from '../core/errands/errand.ts'
import type { Join } from '../core/identity/who-is-who.ts'
import type {
  Address,
  Conversation,
  Delivery,
  FileRecord,
  Handoff,
  Link,
  OutboxItem,
  Person,
  ReturnLink,
  TrackedEvent
} from '../core/model.ts'
import type { PushSubscription } from '../core/push/push.ts'
import type { Packed } from './json-columns.ts'

/** One row of a conversation's log. `body` is JSON without what has a column of its own. */
export interface EntryRow {
  conversation: string
  seq: number
  at: number
  type: string
  link: string | null
  /** The message's id; null for everything that is not a message. */
  message: string | null
  cid: string | null
  /** Who said or did it: the entry's `from` or `by`. */
  actor: string | null
  /** A message's text, apart so that it can be searched. */
  text: string | null
  body: string
}

/** A name of an address. On one account a name has one owner. */
export interface NameRow {
  account: string
  name: string
  address: string
  /** Its place among the names of its address. */
  rank: number
}

export type ConversationRow = Packed<Conversation, 'page'> & {
  /** When the newest message was said: lists are in this order. */
  activeAt: number
  /** How many of the visitor's messages lie after `agentRead`. */
  unread: number
}

export type OutboxRow = OutboxItem & {
  /** Its place in its lane. */
  position: number
  /** Until when somebody is sending it; null when nobody is. */
  leasedUntil: number | null
}

export type ErrandRow = Omit<Errand, 'order' | 'begun'> & {
  /** 0 or 1. */
  begun: number
  /** JSON. */
  order: string
  /** Until when somebody is at it; null when nobody is. */
  leasedUntil: number | null
}

/** Every table. Columns are named as in the model, times are milliseconds, nested values are JSON text. */
export interface Schema {
  people: Packed<Person, 'traits' | 'marks'>
  joins: Join
  addresses: Omit<Address, 'names'>
  names: NameRow
  links: Link
  conversations: ConversationRow
  entries: EntryRow
  deliveries: Packed<Delivery, 'content' | 'template' | 'reason'>
  outbox: OutboxRow
  errands: ErrandRow
  pushSubscriptions: PushSubscription
  handoffs: Handoff
  returnLinks: ReturnLink
  webhooks: { account: string; key: string; at: number }
  events: Packed<TrackedEvent, 'body' | 'page'>
  files: FileRecord
}

/** Whatever the rooms' queries run on: either dialect, inside a transaction or not. */
export type Db = Kysely<Schema> & {
  /** Runs what is compiled already, past Kysely's way to a connection and back: that costs more than a small query itself. */
  runCompiled<Row>(sql: string, parameters: readonly unknown[]): Promise<Row[]>
  /** The same for what gives no rows back, once for each list of parameters. Says how many rows each changed. */
  changeForEach(sql: string, lists: readonly (readonly unknown[])[]): Promise<number[]>
}
