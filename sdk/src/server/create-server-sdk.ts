import type { AnyEvents, EventMap, Properties, PropertiesOf } from '../sdk.ts'
import { uuidv7 } from '../uuid.ts'
import { createOutgoing } from './outgoing.ts'

/** A user by their id; or by both ids, where the server knows which browser it is: that joins the two. */
export type Who = string | { userId: string; anonymousId?: string } | { anonymousId: string }

/** Calls that are lost, as they were made, and why. */
export interface Dropped {
  events: readonly Record<string, unknown>[]
  reason: string
}

export interface ServerSdkOptions {
  /** The site's secret: what its server says is believed. */
  secret: string
  /** Where the relay is: `https://chat.example.com`. */
  relay: string
  /** Told of calls that are lost: refused, not JSON, or too many while the relay was away. */
  dropped?(dropped: Dropped): void
  /** @default the runtime's own */
  fetch?: typeof fetch
}

/** What a site's server tells of its users. Calls return at once, and never throw; they go in batches, retried. */
export interface ServerSdk<
  Events extends EventMap<Events> = AnyEvents,
  Traits extends object = Properties
> {
  /** Says more about somebody. What a page says of the same trait no longer counts. */
  identify(who: Who, traits?: Partial<Traits>): void
  /** Something happened to somebody. Values and time are taken now. */
  track<Name extends keyof Events & string>(
    who: Who,
    event: Name,
    ...properties: PropertiesOf<Events[Name]>
  ): void
  /** Sends what waits. Resolves when it is delivered or finally lost: await it before the process ends. */
  flush(): Promise<void>
}

/**
 * The client for a site's own server.
 *
 * @example
 * const { track, flush } = createServerSdk<{ 'Order Shipped': { order: string } }>({ secret, relay })
 * track('user-42', 'Order Shipped', { order: 'A-1' })
 */
export function createServerSdk<
  Events extends EventMap<Events> = AnyEvents,
  Traits extends object = Properties
>(options: ServerSdkOptions): ServerSdk<Events, Traits> {
  const { add, flush } = createOutgoing(options)

  const call = (who: Who, fields: Record<string, unknown>) => {
    const ids = typeof who === 'string' ? { userId: who } : who
    const now = Date.now()
    const messageId = uuidv7(now)
    add({ ...fields, ...ids, messageId, timestamp: new Date(now).toISOString() })
  }

  return {
    identify: (who, traits = {}) => call(who, { type: 'identify', traits }),
    track: (who, event, ...[properties]) =>
      call(who, { type: 'track', event, properties: properties ?? {} }),
    flush
  }
}
