import { map } from 'nanostores'

/** What is being written, by conversation. */
export const $drafts = map<Record<string, string>>({})

/** Where the agent wants the next reply to go, by conversation; nothing when the relay chooses. */
export const $chosen = map<Record<string, string>>({})

/** Keeps what is being written. */
export const writeDraft = (conversation: string, text: string): void =>
  $drafts.setKey(conversation, text || undefined)

/** Sends the next reply to an account, or, with an empty one, wherever the relay thinks best. */
export const chooseSurface = (conversation: string, account: string): void =>
  $chosen.setKey(conversation, account || undefined)
