import type { CallOptions } from './call.ts'
import type { ConsentKeeper } from './consent.ts'
import type { EndableWorld } from './endable.ts'
import type { Sdk } from './sdk.ts'
import type { ProofKeeper } from './user-proof.ts'
import type { World } from './world.ts'

/** The clock and the page, as calls see them. */
export type Scene = Pick<World, 'now' | 'view' | 'language'>

/** What an SDK asks of the part that is built upon it, while there is one. */
export interface Guest {
  /** A good token of the visitor while the chat is open. */
  token(): Promise<string | undefined>
  /** The same, if there is one in hand. */
  held(): string | undefined
  /** The page has changed. */
  turnPage(): void
  /** The page's user has another proof than before. */
  proved(): void
  /** Closes, and forgets the visitor and all they wrote. */
  forget(): void
  destroy(): void
}

/** What the chat says of consent: that it was opened, and what other tabs have heard. */
export type ConsentTold = Pick<ConsentKeeper, 'opened' | 'set'>

/** What an SDK lends the part that is built upon it. */
export interface Base extends CallOptions {
  world: EndableWorld
  scene: Scene
  site: string
  /** Always there when there is a guest. */
  consent?: ConsentTold
  proof: ProofKeeper
  /** What `identify` has told of the user. */
  known?(): Record<string, unknown> | Promise<Record<string, unknown>>
  /** The part that is built upon it, once there is one. */
  guest?: Guest
  /** Ends all that was begun here, the guest first. */
  end(): void
}

// A property rather than a WeakMap, and a function: frameworks wrap what is put into their state in proxies, deeply.
const BASE = Symbol.for('@segue/sdk')

type WithBase = Sdk & { [BASE](): Base }

export const withBase = (sdk: Sdk, base: Base): Sdk => Object.assign(sdk, { [BASE]: () => base })

export const baseOf = (sdk: Sdk): Base => (sdk as WithBase)[BASE]()

/** Where the visitor's identity and unsent messages are kept: a sign-out wipes them without the chat's code. */
export const visitorKey = (site: string): string => `segue:${site}`
export const sendsKey = (site: string): string => `segue:${site}:sends`
/** What is typed into the questions before the chat: kept by whoever asks them. */
export const beforeKey = (site: string): string => `segue:${site}:before`
