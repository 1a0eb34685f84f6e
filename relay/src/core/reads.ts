import type { Author } from '@segue/sdk/protocol'
import type { Join, Node } from './identity/who-is-who.ts'
import type {
  Address,
  Conversation,
  Delivery,
  FileRecord,
  Handoff,
  Link,
  Person,
  ReturnLink,
  StoredEntry,
  TrackedEvent
} from './model.ts'
import type { PushSubscription } from './push/push.ts'

/** What the inbox's list shows of a conversation beside its own fields. */
export interface Digest {
  /** The newest message that the relay did not say by itself. */
  last: StoredEntry | undefined
  /** How many of the visitor's messages lie after `agentRead`, at most 100. */
  unread: number
  /** The person it is shown as: the root of its own. */
  person: string
  /** The root's node. */
  node: Node | null
  /** The best name any of theirs has. */
  name: string | null
  /** The accounts of the addresses that take part now, oldest link first. */
  accounts: string[]
}

/** A message's words, without the rest of it. */
export interface Said extends Pick<StoredEntry, 'seq' | 'at' | 'link'> {
  from: Author
  text: string
}

/** Everything that can be asked. `get` by an unknown id is undefined. */
export interface Reads {
  person(id: string): Promise<Person | undefined>
  /** The persons of those nodes that have one. */
  peopleOf(site: string, nodes: Node[]): Promise<Person[]>
  /** Everybody who is shown as this person, themselves included, oldest first. */
  members(root: string): Promise<Person[]>
  join(id: string): Promise<Join | undefined>
  /** Every join of these nodes, or into them, ended ones included, oldest first. */
  joins(site: string, of: { nodes: Node[] } | { to: Node[] }): Promise<Join[]>
  /** Conversations in which these people have said something, newest activity first; those that come after another in that order. */
  conversationsOf(
    people: string[],
    limit: number,
    after?: { lastAt: number; id: string }
  ): Promise<Conversation[]>
  address(id: string): Promise<Address | undefined>
  /** The address of an account that has any of these names; the earliest name that is known wins. */
  addressByName(account: string, names: string[]): Promise<Address | undefined>
  link(id: string): Promise<Link | undefined>
  /** The address's link that has not ended. */
  currentLink(address: string): Promise<Link | undefined>
  /** Every link of a person, a conversation or an address, ended ones included, oldest first. */
  links(of: { person: string } | { conversation: string } | { address: string }): Promise<Link[]>
  conversation(id: string): Promise<Conversation | undefined>
  /** The address's link that has not ended, and the conversation it is in. */
  currentConversation(
    address: string
  ): Promise<{ link: Link; conversation: Conversation } | undefined>
  /** Entries with `after < seq < before`, oldest first; `limit` keeps the newest of them when `before` is given, else the oldest. */
  entries(
    conversation: string,
    range: { after?: number; before?: number; limit: number }
  ): Promise<StoredEntry[]>
  /** The message a writer's `cid` has made already. */
  messageByCid(conversation: string, cid: string): Promise<StoredEntry | undefined>
  message(conversation: string, id: string): Promise<StoredEntry | undefined>
  /** What the messages with `seq < before` say, newest first, those that say nothing left out: to be searched. */
  saidBefore(conversation: string, before: number, limit: number): Promise<Said[]>
  digest(conversation: Conversation): Promise<Digest>
  /** Conversations in which the person has said something (`lastAt` set), newest activity first (waiting ones: longest wait first). `cursor` is what the page before gave. */
  conversations(filter: {
    sites: string[]
    state?: 'waiting' | 'open' | 'closed'
    agent?: string
    /** Words to find in names and messages. */
    search?: string
    cursor?: string
    limit: number
  }): Promise<{ items: Conversation[]; next?: string }>
  delivery(id: string): Promise<Delivery | undefined>
  deliveryByProvider(account: string, providerId: string): Promise<Delivery | undefined>
  deliveriesOf(message: string): Promise<Delivery[]>
  handoff(id: string): Promise<Handoff | undefined>
  /** The handoff whose code hashes to one of these. */
  handoffByCode(account: string, hashes: string[]): Promise<Handoff | undefined>
  /** A confirmation sent to this address that still waits for its answer. */
  handoffByAddress(address: string): Promise<Handoff | undefined>
  /** Offered or opened handoffs whose time is over. */
  expiredHandoffs(now: number, limit: number): Promise<Handoff[]>
  /** Links that mirror, of conversations whose web session did nothing since `before`. */
  idleMirrors(before: number, limit: number): Promise<Link[]>
  returnLink(hash: string): Promise<ReturnLink | undefined>
  /** The events of these people, newest first. */
  events(
    people: string[],
    page: { cursor?: string; limit: number }
  ): Promise<{ items: TrackedEvent[]; next?: string }>
  /** Those of a site's `messageId`s, at most 500, of which there is no event. */
  missingEvents(site: string, messageIds: readonly string[]): Promise<string[]>
  pushSubscription(id: string): Promise<PushSubscription | undefined>
  /** Of a visitor's address, newest first. */
  pushSubscriptions(address: string): Promise<PushSubscription[]>
  file(id: string): Promise<FileRecord | undefined>
  /** What a visitor's address has brought since then: how many files, and how many bytes together. */
  filesBrought(owner: string, since: number): Promise<{ count: number; bytes: number }>
  /** Files that came before then and are part of no message. */
  orphanFiles(before: number, limit: number): Promise<FileRecord[]>
}
