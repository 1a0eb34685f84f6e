import type { Chat } from './chat.ts'
import { chatOn } from './chat-guest.ts'
import type { Sdk } from './sdk.ts'
import { baseOf } from './seam.ts'

export type {
  Chat,
  ChatError,
  ChatEvents,
  ChatStatus,
  PendingMessage,
  SendOptions,
  Session,
  UploadOptions
} from './chat.ts'
export { RelayError } from './relay-error.ts'

/**
 * The conversation of an SDK's visitor: one for each SDK, and the same one whenever it is asked for.
 * Touches neither the network nor storage. Ends with its SDK.
 *
 * @example
 * const chat = createChat(sdk)
 * chat.on('entries', entries => { … })
 * chat.send('Is it in stock?')
 */
export const createChat = (sdk: Sdk): Chat => chatOn(baseOf(sdk))
