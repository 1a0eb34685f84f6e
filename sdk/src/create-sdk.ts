import type { AnyEvents, EventMap, Properties, Sdk, SdkOptions } from './sdk.ts'

/** Makes the client of one site. Touches neither the network nor storage. */
export declare function createSdk<
  Events extends EventMap<Events> = AnyEvents,
  Traits extends object = Properties
>(options: SdkOptions): Sdk<Events, Traits>
