/** How frames are carried, for whoever speaks to a relay by other frames than a chat's: the inbox. */
export { chooseTransport, type TransportChoice } from '../choose-transport.ts'
export type { PollCall } from '../poll-transport.ts'
export { createShelf } from '../storage.ts'
export {
  LOST,
  type OpenTransport,
  type Transport,
  type TransportEvents,
  type TransportWorld
} from '../transport.ts'
