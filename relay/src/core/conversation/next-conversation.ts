import type { Page } from '@segue/sdk/protocol'
import { commit, type Writing } from '../commit.ts'
import { visitorNode } from '../identity/find-people.ts'
import type { Conversation, Link } from '../model.ts'
import type { Ports } from '../ports.ts'
import { Refused } from '../refusal.ts'
import { addTalk } from './begin-conversation.ts'
import { conversationOf } from './viewer.ts'

const HOUR_MS = 3_600_000
const PER_HOUR = 20

/**
 * A visitor begins another conversation, the former one having ended. Asked for twice it is begun once: as long as nothing has
 * been said in it, it is the one.
 *
 * @throws {Refused} `conflict` while the conversation goes on; `too_many`, `unauthorized`
 */
export function startConversation(ports: Ports, address: string): Promise<{ id: string }> {
  if (!ports.allow(`begin:${address}`, PER_HOUR, HOUR_MS)) {
    throw new Refused('too_many', 'That is enough for now. Try again in an hour.')
  }
  return commit(ports, async writing => {
    const { conversation, link } = await conversationOf(writing.tx, address)
    if (conversation.state !== 'closed') {
      if (conversation.lastAt === null) return { id: conversation.id }
      throw new Refused('conflict', 'The conversation has not ended.')
    }
    const next = await nextConversation(ports, writing, { link, page: conversation.page })
    return { id: next.conversation.id }
  })
}

/** Takes a visitor out of a conversation that has ended, into a new one. Phones stay where they are. */
export async function nextConversation(
  ports: Ports,
  writing: Writing,
  { link: before, page }: { link: Link; page: Page | null }
): Promise<{ link: Link; conversation: Conversation }> {
  const { tx, tell } = writing
  const address = await tx.address(before.address)
  const [person] = address ? await tx.peopleOf(address.site, [visitorNode(address.id)]) : []
  if (!person) throw new Refused('unauthorized', 'This visitor is not known here.')
  await tx.changeLink(before.id, { endedAt: ports.now(), endedBy: 'replaced' })
  const begun = await addTalk(ports, writing, {
    ...{ person, page, before: before.id },
    address: before.address
  })
  tell({ type: 'visibility', conversation: before.conversation })
  return begun
}
