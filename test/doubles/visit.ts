// The SDK loads these when it needs them; here they are to be there at once.
import '../../sdk/src/http.ts'
import '../../sdk/src/poll-transport.ts'
import '../../sdk/src/post-proved.ts'
import '../../sdk/src/send-events.ts'
import '../../sdk/src/tabs/tabs.ts'
import { vi } from 'vitest'
import { createChat } from '../../sdk/src/create-chat.ts'
import type { SdkOptions } from '../../sdk/src/sdk.ts'
import { recordChat } from './chat-record.ts'
import { createTab } from './page.ts'
import { createRelayPeer } from './relay-peer.ts'

/** The real one: bodies of requests are streams, which need turns of the real event loop to be read. */
const { setImmediate } = globalThis

const turn = () => new Promise<void>(resolve => void setImmediate(resolve))

/** Lets everything under way arrive, and so many milliseconds pass. Needs fake timers. */
export async function pass(ms = 0): Promise<void> {
  for (let n = 0; n < 4; n++) await turn()
  await vi.advanceTimersByTimeAsync(ms)
  for (let n = 0; n < 4; n++) await turn()
}

/** A visitor looks at the first page of a shop, in a tab of their own. */
export function visit(options: Partial<SdkOptions> = {}, peer = createRelayPeer()) {
  const tab = createTab(peer)
  const sdk = tab.load(options)
  const chat = createChat(sdk)
  return { peer, tab, sdk, chat, record: recordChat(chat) }
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
  const chat = createChat(next)
  return { sdk: next, chat, record: recordChat(chat) }
}
