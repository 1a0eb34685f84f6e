import { createClient } from './client.ts'
import type { AnyEvents, EventMap, Properties, Sdk, SdkOptions } from './sdk.ts'
import { browserWorld } from './world.ts'

/** Makes the client of one site. Touches neither the network nor storage, and may run where there is no page. */
export const createSdk = <
  Events extends EventMap<Events> = AnyEvents,
  Traits extends object = Properties
>(
  options: SdkOptions
): Sdk<Events, Traits> =>
  createClient(options, browserWorld(options)) as unknown as Sdk<Events, Traits>
