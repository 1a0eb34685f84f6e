import type { Writing } from '../commit.ts'
import { reachesOf } from '../delivery/reaches.ts'
import type { Ports } from '../ports.ts'

/** Unread entries looked at: far more than there ever are. */
const PAGE = 200

/**
 * An agent has read a conversation: each phone in it is shown so under its newest message, once.
 * A phone whose newest message lies beyond `upTo` waits until that is read too, since a network marks everything before it.
 */
export async function showRead(
  ports: Pick<Ports, 'accounts'>,
  { tx, tell }: Writing,
  { conversation, upTo }: { conversation: string; upTo: number }
): Promise<void> {
  const news = (await reachesOf(ports, tx, conversation)).filter(
    ({ account, address }) => account && address.lastInboundId !== address.lastReadId
  )
  if (news.length === 0) return
  const unread = await tx.entries(conversation, { after: upTo, limit: PAGE })
  for (const { address, link } of news) {
    const { id, account, lastInboundId: providerId } = address
    const isRead = !unread.some(
      entry =>
        entry.link === link.id && entry.body.type === 'message' && entry.body.from === 'visitor'
    )
    if (!isRead || providerId === null) continue
    await tx.changeAddress(id, { lastReadId: providerId })
    tell({ type: 'sign', sign: 'read', account, providerId })
  }
}
