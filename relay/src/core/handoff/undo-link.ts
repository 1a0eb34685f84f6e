import { commit, type Writing } from '../commit.ts'
import { beginConversation } from '../conversation/begin-conversation.ts'
import { isUndone } from '../conversation/present-entry.ts'
import type { Address, Link } from '../model.ts'
import { maskAddress } from '../phone/masked-address.ts'
import type { Ports } from '../ports.ts'
import { Refused } from '../refusal.ts'
import type { Agent } from '../settings.ts'
import { linkOfEntry, surfaceOf } from '../surface.ts'
import { carryMessages } from './carry-messages.ts'
import { changeHandoff } from './change-handoff.ts'

/** An agent takes a link back. Doing it twice changes nothing. @throws {Refused} `not_found`, `invalid` */
export function undoLink(ports: Ports, agent: Agent, id: string): Promise<void> {
  return commit(ports, async writing => {
    const link = await writing.tx.link(id)
    const address = link && (await writing.tx.address(link.address))
    if (!link || !address || !agent.sites.includes(address.site)) {
      throw new Refused('not_found', 'There is no such link.')
    }
    if (link.proof === 'self') {
      throw new Refused('invalid', 'This address began the conversation: there is nothing to undo.')
    }
    await endLink(ports, writing, { link, address, by: 'agent' })
  })
}

/**
 * Ends a link and gives each side its own history back: what was said through it goes to the address's own conversation,
 * and no longer shows in this one. Sites opened by this phone's return links go with it.
 */
export async function endLink(
  ports: Ports,
  writing: Writing,
  { link, address, by }: { link: Link; address: Address; by: 'agent' | 'phone' }
): Promise<void> {
  if (link.endedAt !== null) {
    if (isUndone(link)) return
    throw new Refused('conflict', 'This address has moved on to another conversation since.')
  }
  const { tx, append, tell } = writing
  await tx.changeLink(link.id, { endedAt: ports.now(), endedBy: by })
  const home = await goHome(ports, writing, { link, address })
  await carryMessages(writing, {
    from: link.conversation,
    to: home.conversation,
    link: link.id,
    as: linkOfEntry(home, address.account)
  })
  await forgetAddress(writing, { link, home })
  await forgetName(writing, link.person)
  await append(link.conversation, {
    type: 'link',
    id: link.id,
    on: surfaceOf(ports, address.account),
    status: by === 'phone' ? 'refused' : 'undone',
    proof: link.proof,
    display: maskAddress(address.names)
  })
  if (link.handoff) await revokeHandoff(ports, writing, link.handoff)
  tell({ type: 'visibility', conversation: link.conversation })
  tell({ type: 'visibility', conversation: home.conversation })
  for (const other of await tx.links({ conversation: link.conversation })) {
    const opened =
      other.via === link.id && other.endedAt === null && (await tx.address(other.address))
    if (opened) await endLink(ports, writing, { link: other, address: opened, by })
  }
}

/** The link an address falls back to: the one this replaced, or a conversation of its own. */
async function goHome(
  ports: Ports,
  writing: Writing,
  { link, address }: { link: Link; address: Address }
): Promise<Link> {
  const before = link.before ? await writing.tx.link(link.before) : undefined
  if (before) {
    await writing.tx.changeLink(before.id, { endedAt: null, endedBy: null })
    const site = (await writing.tx.conversation(before.conversation))?.site ?? address.site
    if (site !== address.site) await writing.tx.changeAddress(address.id, { site })
    return { ...before, endedAt: null, endedBy: null }
  }
  const { language } = address
  const begun = await beginConversation(ports, writing, {
    site: address.site,
    address: address.id,
    language
  })
  return begun.link
}

/** Replies no longer go to the address, and its own conversation is in the inbox. */
async function forgetAddress(
  { tx }: Writing,
  { link, home }: { link: Link; home: Link }
): Promise<void> {
  const left = await tx.conversation(link.conversation)
  if (!left) return
  if (left.lastAddress === link.address) {
    await tx.changeConversation(left.id, { lastAddress: null })
  }
  await tx.changeConversation(home.conversation, {
    lastAddress: link.address,
    lastAt: left.lastAt ?? link.at,
    state: left.state === 'waiting' ? 'waiting' : 'open',
    waitingSince: left.waitingSince
  })
}

/** A name that came with a phone goes with it; one that the site told stays. */
async function forgetName({ tx }: Writing, id: string): Promise<void> {
  const person = await tx.person(id)
  if (person?.name && person.nameRank === 0) await tx.changePerson(id, { name: null })
}

async function revokeHandoff(ports: Ports, writing: Writing, id: string): Promise<void> {
  const handoff = await writing.tx.handoff(id)
  if (handoff) await changeHandoff(ports, writing, { handoff, status: 'revoked' })
}
