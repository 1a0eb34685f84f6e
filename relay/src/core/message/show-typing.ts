import { nextRoute } from '../delivery/reaches.ts'
import type { Ports } from '../ports.ts'

/** Shown again no sooner than this, in milliseconds: WhatsApp shows it for 25 seconds, or until the answer comes. */
const EVERY_MS = 15_000

/**
 * An agent types: the phone that was used last shows it, if the answer would go there freely.
 * Nothing is shown while something from there is unread, because Meta marks what is being answered as read.
 */
export async function showTyping(ports: Ports, id: string): Promise<void> {
  const { store, accounts } = ports
  const conversation = await store.conversation(id)
  const last = conversation?.lastAddress && (await store.address(conversation.lastAddress))
  if (!last || !accounts.get(last.account)?.channel.showTyping) return
  const { account, lastInboundId: providerId, lastReadId } = last
  if (providerId === null || providerId !== lastReadId) return
  const route = await nextRoute(ports, store, conversation)
  if (route?.reach.address.id !== last.id || route.because) return
  if (!ports.allow(`show-typing:${last.id}`, 1, EVERY_MS)) return
  ports.publish({ type: 'sign', sign: 'typing', account, providerId })
}
