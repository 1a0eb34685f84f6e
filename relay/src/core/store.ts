import type { DeliveryStatus } from '@segue/sdk/protocol'
import type { Reason } from './channel.ts'
import type { Errand } from './errands/errand.ts'
import type { Join } from './identity/who-is-who.ts'
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

import type { Reads } from './reads.ts'

/** What of a conversation can be changed, by name. Its `seq` goes on with every entry, and no other way. */
export type ConversationChange = Partial<Omit<Conversation, 'id' | 'site' | 'person' | 'seq'>>

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
