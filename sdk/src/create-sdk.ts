import { checkBy } from './check-event.ts'
import { createClient } from './client.ts'
import type { EventSchemas, EventsOf } from './schema.ts'
import type { AnyEvents, EventMap, Properties, Sdk, SdkOptions } from './sdk.ts'
import { browserWorld } from './world.ts'

/** Bundlers write the value in its place. */
declare const process: { env: { NODE_ENV?: string } }

/**
 * Makes the client of one site, with the tracking plan of its `events`. Touches neither the network nor storage,
 * and may run where there is no page: there, its calls do nothing.
 *
 * @example
 * const { track } = createSdk({ key, relay, events: { 'Order Completed': v.object({ total: v.number() }) } })
 */
export function createSdk<const Schemas extends EventSchemas>(
  options: SdkOptions & { events: Schemas }
): Sdk<EventsOf<Schemas>>
/**
 * Makes the client of one site, with a tracking plan in types alone, or none. Touches neither the network nor
 * storage, and may run where there is no page: there, its calls do nothing.
 *
 * @example
 * const { track } = createSdk<{ 'Order Completed': { total: number } }>({ key, relay })
 */
export function createSdk<
  Events extends EventMap<Events> = AnyEvents,
  Traits extends object = Properties
>(options: SdkOptions): Sdk<Events, Traits>
export function createSdk(options: SdkOptions): Sdk {
  return createClient(options, browserWorld(options), checkOf(options))
}

/** Bundlers for production take the branch out, and the checking with it. */
function checkOf({ events }: SdkOptions) {
  try {
    if (process.env.NODE_ENV !== 'production') return events && checkBy(events)
  } catch {
    // No bundler and no `process`: a page, as in production.
  }
  return undefined
}
