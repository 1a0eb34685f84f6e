import type { Middleware } from './middleware.ts'
import type { TrackedEvent } from './protocol/ingest.ts'
import type { EventSchemas } from './schema.ts'
import type { UserToken } from './user-proof.ts'

/** What a call carries when nobody wrote its shape down. Must survive JSON. */
export type Properties = Record<string, unknown>

/** A tracking plan: the name of each event, and its properties or `undefined` for none. */
export type EventMap<Events> = { [Name in keyof Events]: object | undefined }

/** The plan of those who have none: any name, any properties. */
export type AnyEvents = Record<string, Properties | undefined>

/** The rest of a `track` call: nothing, something optional or something needed, by the plan. */
export type PropertiesOf<Shape> = [Shape] extends [undefined]
  ? [properties?: undefined]
  : undefined extends Shape
    ? [properties?: Shape]
    : [properties: Shape]

/**
 * May events leave the page?
 * `pending`: they wait in memory, nothing is stored or sent. `denied`: they are dropped and what was kept is wiped.
 * A chat that the visitor opens works in every state.
 */
export type Consent = 'pending' | 'granted' | 'denied'

/** What a browser may say for its visitor: Global Privacy Control, Do Not Track. */
export type Signal = 'gpc' | 'dnt'

export interface SdkOptions {
  /** The site's public key. */
  key: string
  /** Where the relay is: `https://chat.example.com`. */
  relay: string
  /** Where identity and unsent messages are kept. Default: the browser's own; `null`: nowhere. */
  storage?: Storage | null
  /** BCP 47. Default: the page's, else the browser's. */
  language?: string
  /** Default: the browser's. */
  fetch?: typeof fetch
  /** May events leave the page at once? Default: `pending`. */
  consent?: Consent
  /**
   * `auto`: `page()` is called for this page, and whenever another path takes its place, as in a single-page app.
   * Query and fragment are no other page. Default: the page calls it by itself.
   */
  pages?: 'auto'
  /**
   * Which signals of the browser count as `denied`, whatever is said by `consent`. Default: none, as events go
   * to the site itself, and not before its visitor has agreed. A chat that the visitor opens works all the same.
   */
  honor?: readonly Signal[]
  /**
   * The tracking plan as validators. In development, an event that is not as they say is told to the console,
   * once for each name, and sent with the paths of what is wrong in `context.violations`; a validator that is
   * asynchronous only tells. In production they are not asked.
   */
  events?: EventSchemas
}

/** What the SDK tells about itself. */
export interface SdkEvents {
  /** A call was taken into the queue. */
  queued: TrackedEvent
  /** The relay has stored these. */
  delivered: readonly TrackedEvent[]
  /** These are lost: refused by the relay, or pushed out of a full queue. */
  dropped: { events: readonly TrackedEvent[]; reason: string }
  /** The page's user could not be proved, and why: `user_token_expired`, `user_token_invalid`, `user_token_missing`. */
  error: { code: string; message: string }
}

/**
 * The client of one site. Its conversation is in `@segue/sdk/chat`. Every method works destructured, and none throws into the page.
 *
 * @example
 * const { identify, track } = createSdk<{ 'Order Completed': { total: number } }>({ key, relay })
 * track('Order Completed', { total: 399 })
 */
export interface Sdk<
  Events extends EventMap<Events> = AnyEvents,
  Traits extends object = Properties
> {
  /**
   * Says who the visitor is, or more about them. It shows nothing of that user to anybody.
   *
   * Traits add up, and all of them are sent. Another id than before is another user: with a new anonymous id,
   * and none of the former one's traits. An id that is no text is a mistake, and so is what came with it.
   */
  identify(userId?: string | null, traits?: Partial<Traits>): void
  /** More about whom it is already. */
  identify(traits: Partial<Traits>): void
  /** Something happened. Values and time are taken now. */
  track<Name extends keyof Events & string>(
    event: Name,
    ...properties: PropertiesOf<Events[Name]>
  ): void
  /** The visitor is on this page now. */
  page(name?: string, properties?: Properties): void
  /** The visitor sees this screen of an app. */
  screen(name?: string, properties?: Properties): void
  /**
   * The visitor belongs to this company, team or household: later calls carry it as `context.groupId`, until
   * there is another one or another user.
   */
  group(id: string, traits?: Properties): void
  /**
   * Two ids are one user. `previousId` defaults to the present one, known or anonymous.
   * It changes nothing here: whom the page's calls are about is said by `identify`.
   */
  alias(userId: string, previousId?: string): void
  /**
   * Proves who the user is, with a token that the site's own server has signed: then the chat goes on wherever they
   * sign in, and in nobody else's hands. A function is asked when a token is needed, and once more when it was refused.
   * In memory only: say it on every page, before the chat is opened. `undefined`: there is none.
   */
  setUserToken(token: UserToken | undefined): void
  /** Sign-out: forgets the user, their group, the visitor and the chat, here and in storage. The anonymous id is a new one. */
  reset(): void
  /** Sends what waits. Resolves when it is delivered or finally dropped; at once when nothing may be sent. */
  flush(): Promise<void>
  /** Says what the visitor has agreed to. It is not remembered: say it on every page. */
  consent(state: Consent): void
  /** Adds a middleware after the others, for redaction above all; returns its own undo. */
  use(middleware: Middleware): () => void
  /** Resolves when earlier pages' state has been read. */
  ready(): Promise<void>
  /** Listens; returns its own undo. */
  on<Name extends keyof SdkEvents>(
    event: Name,
    listener: (value: SdkEvents[Name]) => void
  ): () => void
  /** Listens for one time; returns its own undo. */
  once<Name extends keyof SdkEvents>(
    event: Name,
    listener: (value: SdkEvents[Name]) => void
  ): () => void
  /** Leaves the page: closes the connection, ends every timer and listener. Queued events go by beacon. */
  destroy(): void
}
