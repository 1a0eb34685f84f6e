import type { CallOptions } from './call.ts'
import type { Emitter } from './emitter.ts'
import type { UserProof } from './protocol/session-api.ts'
import type { SdkEvents } from './sdk.ts'
import type { ProofKeeper } from './user-proof.ts'

export interface EventQueueOptions extends CallOptions {
  site: string
  /** The visitor's token, while the chat is open. */
  token(): Promise<string | undefined>
  /** The same, if there is one in hand. */
  held(): string | undefined
  /** What proves the page's user. */
  proof: ProofKeeper
  /** The anonymous id the visitor's token speaks for: calls of a former one may still wait. */
  whose(): string
  emit: Emitter<SdkEvents>['emit']
}

/** An event on its way. */
export interface WaitingEvent {
  id: string
  /** Its JSON at the moment of the call: what the page does to its objects later is nothing to it. */
  raw: string
  /** When it was taken; never twice the same on one page, so that it orders them. */
  at: number
  /** From when on any page may see to it, in milliseconds since 1970: the one that did may be gone. */
  free: number
  /** It was handed to the network, and no answer has come. */
  isSent: boolean
  /** The answer will come to this page, if it lives. */
  isFlying?: boolean
  /** It is in `localStorage`. */
  isKept?: boolean
}

/** What goes with the events of a batch. */
export interface Envelope extends UserProof {
  token?: string | undefined
  /** `messageId`s that were sent before, by somebody who never heard the answer. */
  sent?: string[] | undefined
}

/** The events of this page and the way to the relay as it is now: lent to the code that sends, which comes later. */
export interface EventRoad extends EventQueueOptions {
  /** Events that this page is to deliver, oldest first, by `messageId`. */
  mine: Map<string, WaitingEvent>
  /** Events may be stored and leave the page. */
  isOpen: boolean
  /** The page is going, for good or until the back button. Requests fail now that may arrive all the same. */
  isGone: boolean
  /** What is left of this page's share of `localStorage`, in UTF-16 code units: browsers allow some five million. */
  room: number
  /** What may still be sent beside the page, in bytes: browsers allow 64 KiB under way. */
  roomBeside: number
  /** Where an event is kept; without its id, how all of these names begin. */
  keyOf(id?: string): string
  /** There is more to send: whoever has sent and only waits need not. */
  nudge(): void
  /** Those of this page that nobody has tried to send. */
  unsent(): WaitingEvent[]
  /** Changes an event, wherever it is kept. Unless told otherwise, other pages let it be for a while. */
  save(event: WaitingEvent, change?: Partial<WaitingEvent>): void
  /** They are stored; with a reason, they are lost. */
  settle(events: readonly WaitingEvent[], reason?: string): void
  /** Those that fit into so many bytes together, in their order. */
  fitting(events: readonly WaitingEvent[], bytes: number): WaitingEvent[]
  /** The body of `POST /v1/batch`. */
  bodyOf(events: readonly WaitingEvent[], envelope: Envelope): string
  bytesOf(text: string): number
}
