import type { Conversation } from '../model.ts'
import type { Ports } from '../ports.ts'
import { ownConversations } from './own-conversations.ts'
import { presentEntry, type View } from './present-entry.ts'
import { viewOf } from './viewer.ts'

const MOST_UNREAD = 100

/** So many of a visitor's newest conversations are looked at for what waits in them. */
const LOOKED_AT = 10

/** How many answers wait for a visitor in one of their conversations, as the widget counts: what went to a phone is read on the phone. */
export async function countUnread(
  { store }: Pick<Ports, 'store'>,
  { id, visitorRead }: Conversation,
  view: View
): Promise<number> {
  const after = await store.entries(id, { after: visitorRead, limit: MOST_UNREAD })
  return after
    .map(entry => presentEntry(entry, view))
    .filter(entry => entry.type === 'message' && entry.from !== 'visitor')
    .filter(entry => entry.type === 'message' && entry.on.network === 'web').length
}

/** What waits for a visitor in the conversations they are not in, and which those are. @throws {Refused} `unauthorized` */
export async function unreadElsewhere(
  ports: Ports,
  address: string
): Promise<{ others: string[]; unread: number }> {
  const { current, conversations } = await ownConversations(ports.store, address, {
    limit: LOOKED_AT
  })
  const others = conversations.filter(({ id }) => id !== current)
  let unread = 0
  for (const other of others) {
    if (other.visitorRead >= other.seq) continue
    const view = await viewOf(ports, { kind: 'visitor', address }, other.id)
    unread += await countUnread(ports, other, view)
  }
  return { others: others.map(({ id }) => id), unread }
}
