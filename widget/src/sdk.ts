/** The chat's side of the SDK as a chunk of its own: fetched beside the panel, which does not wait for it. */
export { createChat } from '@segue/sdk/chat'
export { createChatAlone } from '@segue/sdk/chat-alone'
