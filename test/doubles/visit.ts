import { vi } from 'vitest'
import type { SdkOptions } from '../../sdk/src/sdk.ts'
import { recordChat } from './chat-record.ts'
import { createTab } from './page.ts'
import { createRelayPeer } from './relay-peer.ts'

/** Lets everything under way arrive, and so many milliseconds pass. Needs fake timers. */
export const pass = async (ms = 0): Promise<void> => {
  await vi.advanceTimersByTimeAsync(ms)
}

/** A visitor looks at the first page of a shop, in a tab of their own. */
export function visit(options: Partial<SdkOptions> = {}, peer = createRelayPeer()) {
  const tab = createTab(peer)
  const sdk = tab.load(options)
  return { peer, tab, sdk, chat: sdk.chat, record: recordChat(sdk.chat) }
}

/** The same, with the chat open and everything quiet. */
export async function visitAndOpen(peer = createRelayPeer()) {
  const visitor = visit({}, peer)
  visitor.chat.open()
  await pass()
  return visitor
}

/** The visitor goes to another page of the site in the same tab. */
export async function turnPage({ tab, sdk }: ReturnType<typeof visit>) {
  tab.happens('pagehide')
  sdk.destroy()
  const next = tab.load()
  return { sdk: next, chat: next.chat, record: recordChat(next.chat) }
}
