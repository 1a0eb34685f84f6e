import { commit, type Writing } from '../commit.ts'
import { linkAddress } from '../handoff/link-address.ts'
import type { Conversation, Link } from '../model.ts'
import type { Ports } from '../ports.ts'
import { Refused } from '../refusal.ts'
import { ownConversation } from './own-conversations.ts'
import { takesWords } from './reopening.ts'
import { conversationOf } from './viewer.ts'

const HOUR_MS = 3_600_000
const PER_HOUR = 120

/**
 * A visitor goes on in another of their conversations: from now on it is the one they are in.
 *
 * @throws {Refused} `not_found`; `conflict` for one that has ended for good; `too_many`, `unauthorized`
 */
export function enterConversation(ports: Ports, address: string, id: string): Promise<void> {
  if (!ports.allow(`enter:${address}`, PER_HOUR, HOUR_MS)) {
    throw new Refused('too_many', 'That is enough for now. Try again in an hour.')
  }
  return commit(ports, async writing => {
    const { tx } = writing
    const { link } = await conversationOf(tx, address)
    if (link.conversation === id) return
    const conversation = await ownConversation(tx, address, id)
    if (!(await takesWords(ports, tx, conversation))) {
      throw new Refused('conflict', 'This conversation has ended. Start a new one.')
    }
    await moveTo(ports, writing, { link, conversation })
  })
}

async function moveTo(
  ports: Ports,
  writing: Writing,
  { link, conversation }: { link: Link; conversation: Conversation }
): Promise<void> {
  const { tx, tell } = writing
  tell({ type: 'visibility', conversation: link.conversation })
  const known = await tx.links({ address: link.address })
  const former = known.findLast(
    one => one.conversation === conversation.id && one.endedBy === 'replaced'
  )
  if (former) {
    await tx.changeLink(link.id, { endedAt: ports.now(), endedBy: 'replaced' })
    await tx.changeLink(former.id, { endedAt: null, endedBy: null })
    tell({ type: 'visibility', conversation: conversation.id })
    return
  }
  // It was begun in another browser of the same user.
  const address = await tx.address(link.address)
  if (address) await linkAddress(ports, writing, { address, conversation, proof: 'token' })
}
