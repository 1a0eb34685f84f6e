import type { Link } from '../model.ts'
import type { Ports } from '../ports.ts'
import type { Reads } from '../reads.ts'
import { Refused } from '../refusal.ts'
import type { Agent } from '../settings.ts'
import type { View } from './present-entry.ts'

/** Who reads: one of the company's people, or the visitor of a web session. */
export type Viewer = { kind: 'agent'; agent: Agent } | { kind: 'visitor'; address: string }

/** What a viewer may see of a conversation. Good until the next `visibility` change, `link` or `mirror` entry. */
export async function viewOf(
  { store, fileUrl }: Pick<Ports, 'fileUrl'> & { store: Pick<Reads, 'links'> },
  viewer: Viewer,
  conversation: string
): Promise<View> {
  const links = await store.links({ conversation })
  const staff = viewer.kind === 'agent'
  return {
    staff,
    all: viewer.kind === 'agent' || links.some(link => opensAll(link, viewer.address, links)),
    links: new Map(links.map(link => [link.id, link])),
    fileUrl
  }
}

/** Who came by a return link sees what its phone sees, also after they have gone on elsewhere; then only while the phone is here. */
function opensAll(link: Link, address: string, links: readonly Link[]): boolean {
  if (link.address !== address || link.proof !== 'return') return false
  if (link.endedAt === null) return true
  const isLeft = link.endedBy === 'replaced'
  return isLeft && links.some(({ id, endedAt }) => id === link.via && endedAt === null)
}

/** The conversation an agent names, if it is on a site of theirs. @throws {Refused} `not_found` */
export async function conversationFor(reads: Reads, agent: Agent, id: string) {
  const conversation = await reads.conversation(id)
  if (!conversation || !agent.sites.includes(conversation.site)) {
    throw new Refused('not_found', 'There is no such conversation.')
  }
  return conversation
}

/** The conversation a visitor's address is in. @throws {Refused} `unauthorized` when the visitor is gone. */
export async function conversationOf(reads: Reads, address: string) {
  const current = await reads.currentConversation(address)
  if (current) return current
  throw new Refused('unauthorized', 'This visitor is not known here. Start a new session.')
}
