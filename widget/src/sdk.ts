/** The SDK as a chunk of its own: fetched beside the panel, which does not wait for it. */
export { asOf, createSdk } from '@segue/sdk'
export { createChat } from '@segue/sdk/chat'
