import type { Author, DeliveryStatus } from '@segue/sdk/protocol'
import type { Reason } from './channel.ts'
import type { Errand } from './errands/errand.ts'
import type { Join, Node } from './identity/who-is-who.ts'
import type {
  Address,
  Conversation,
  Delivery,
  EntryBody,
  FileRecord,
  Handoff,
  Link,
  OutboxItem,
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

/** What of a conversation can be changed, by name. Its `seq` goes on with every entry, and no other way. */
export type ConversationChange = Partial<Omit<Conversation, 'id' | 'site' | 'person' | 'seq'>>

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
  /** Conversations in which these people have said something, newest activity first. */
  conversationsOf(people: string[], limit: number): Promise<Conversation[]>
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

/** Everything that can be done. All of one transaction is on disk, or none. */
export interface Tx extends Reads {
  addPerson(person: Person): Promise<void>
  changePerson(id: string, change: Partial<Omit<Person, 'id' | 'site'>>): Promise<void>
  addJoin(join: Join): Promise<void>
  changeJoin(
    id: string,
    change: Partial<Pick<Join, 'at' | 'proof' | 'endedAt' | 'endedBy'>>
  ): Promise<void>
  addAddress(address: Address): Promise<void>
  /** Names already taken on the account stay with their owner. */
  addNames(address: string, account: string, names: string[]): Promise<void>
  changeAddress(
    id: string,
    change: Partial<
      Pick<
        Address,
        'site' | 'language' | 'lastInboundAt' | 'lastInboundId' | 'lastReadId' | 'optedOutAt'
      >
    >
  ): Promise<void>
  addLink(link: Link): Promise<void>
  changeLink(
    id: string,
    change: Partial<Pick<Link, 'mirror' | 'endedAt' | 'endedBy'>>
  ): Promise<void>
  addConversation(conversation: Conversation): Promise<void>
  changeConversation(id: string, change: ConversationChange): Promise<void>
  /** Gives the entry the conversation's next `seq`. @throws {Error} when the conversation is not there. */
  append(
    conversation: string,
    entry: { at: number; link: string | null; body: EntryBody },
    /** What else changes of the conversation: with its `seq`, instead of after it. */
    change?: ConversationChange
  ): Promise<StoredEntry>
  /** What a message says from now on; null takes its words, files and buttons away for good. */
  changeMessage(conversation: string, id: string, now: { text: string } | null): Promise<void>
  addDelivery(delivery: Delivery): Promise<void>
  changeDelivery(
    id: string,
    change: {
      status?: DeliveryStatus
      providerId?: string
      reason?: Reason | null
      conversation?: string
    }
  ): Promise<void>
  enqueue(item: OutboxItem): Promise<void>
  /**
   * Takes the oldest item of each lane that is due and not leased, for `leaseMs`.
   * Items whose lease ran out are not given again: see `abandoned`.
   */
  claim(now: number, leaseMs: number, limit: number): Promise<OutboxItem[]>
  /** Items whose lease ran out: somebody died while sending, so their outcome is unknown. */
  abandoned(now: number, limit: number): Promise<OutboxItem[]>
  /** Done with: leaves the queue. */
  settle(item: string): Promise<void>
  /** Back into the queue, first of its lane. */
  postpone(item: string, runAt: number, attempts: number): Promise<void>
  addErrand(errand: Errand): Promise<void>
  /** Takes errands that are due and not leased, those due longest first, for `leaseMs`. Never again once the lease has run out. */
  takeErrands(now: number, leaseMs: number, limit: number): Promise<Errand[]>
  /** Errands whose lease ran out: somebody died in the middle of them. */
  abandonedErrands(now: number, limit: number): Promise<Errand[]>
  /** From now on it may have been done. */
  beginErrand(id: string): Promise<void>
  /** Done with. */
  endErrand(id: string): Promise<void>
  /** To be taken again, at another time, as if it had not begun. */
  postponeErrand(id: string, runAt: number, attempts: number): Promise<void>
  addHandoff(handoff: Handoff): Promise<void>
  changeHandoff(id: string, change: Partial<Pick<Handoff, 'status' | 'address'>>): Promise<void>
  addReturnLink(link: ReturnLink): Promise<void>
  /** True once. */
  useReturnLink(hash: string): Promise<boolean>
  /** Remembers a webhook's key. False when it was there already. */
  firstSight(account: string, key: string, now: number): Promise<boolean>
  /** Adds events that are not there yet, and returns them. */
  addEvents(events: TrackedEvent[]): Promise<TrackedEvent[]>
  /** Gives a person every event of an anonymous id that is nobody's yet, and says how many there were. */
  claimEvents(site: string, anonymousId: string, person: string): Promise<number>
  /** Forgets a site's oldest events that came before a time, at most `limit`, and says how many. */
  dropEvents(site: string, before: number, limit: number): Promise<number>
  addPushSubscription(subscription: PushSubscription): Promise<void>
  /** Whoever's it is. */
  removePushSubscription(endpoint: string): Promise<void>
  addFile(file: FileRecord): Promise<void>
  changeFile(id: string, change: Partial<Pick<FileRecord, 'owner' | 'message'>>): Promise<void>
  removeFile(id: string): Promise<void>
}

/**
 * Where everything is kept. A transaction that has resolved is on disk and survives a kill;
 * one that throws leaves nothing. Transactions that arrive together share one commit.
 * A transaction's work may be run again, as after a conflict: it asks and writes through its `tx`, and does nothing else.
 */
export interface Store extends Reads {
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** When the next outbox item is due; undefined when the queue is empty. */
  nextDue(): Promise<number | undefined>
  /** When the next errand is due, or a lease of one runs out; undefined when there is none. */
  nextErrand(): Promise<number | undefined>
  /** How many items wait. */
  queued(): Promise<number>
  /** Whether the store answers. */
  ready(): Promise<boolean>
  close(): Promise<void>
}

/** A part of a file: the first byte and the last one, both within it. */
export interface ByteRange {
  first: number
  last: number
}

/** Bytes of pictures and documents, wherever they are kept. */
export interface Files {
  /**
   * Keeps them; once this resolves they survive a loss of power. They are there whole or not at all: when the
   * source breaks off, or anything else goes wrong, it rejects and nothing is left. What had this id is replaced.
   */
  put(id: string, bytes: Uint8Array | AsyncIterable<Uint8Array>): Promise<void>
  /**
   * The bytes, or a part of them; undefined when there is no such file. Ends early only by throwing.
   * Read it to its end, or leave the loop: that lets go of what it holds.
   */
  get(id: string, range?: ByteRange): Promise<AsyncIterable<Uint8Array> | undefined>
  /** Forgets a file. None to forget is no mistake. */
  delete(id: string): Promise<void>
}
