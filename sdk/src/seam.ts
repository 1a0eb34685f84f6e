import type { CallOptions } from './call.ts'
import type { Sdk } from './sdk.ts'

/** What an SDK lends the part that is built upon it. */
export interface Base extends CallOptions {
  site: string
  /** The visitor opens the chat, or comes back to a live one. */
  opened(): void
}

/** What an SDK asks of the part that is built upon it, while there is one. */
export interface Guest {
  /** A good token of the visitor while the chat is open. */
  token(): Promise<string | undefined>
  /** The same, if there is one in hand. */
  held(): string | undefined
  /** The page has changed. */
  turnPage(): void
  /** Closes, and forgets the visitor and all they wrote. */
  forget(): void
  destroy(): void
}

/** Seats a guest, made for this SDK, unless there is one already; returns the one that sits. */
export type Seat = <Seated extends Guest>(make: (base: Base) => Seated) => Seated

// A property rather than a WeakMap: frameworks hand out proxies of what is put into their state.
const SEAT = Symbol.for('@segue/sdk')

type WithSeat = Sdk & { [SEAT]: Seat }

export const withSeat = (sdk: Sdk, seat: Seat): Sdk => ({ ...sdk, [SEAT]: seat }) as WithSeat

export const seatOf = (sdk: Sdk): Seat => (sdk as WithSeat)[SEAT]

/** Where the visitor's identity and unsent messages are kept: a sign-out wipes them without the chat's code. */
export const visitorKey = (site: string): string => `segue:${site}`
export const sendsKey = (site: string): string => `segue:${site}:sends`
