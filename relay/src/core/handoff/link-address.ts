import type { Writing } from '../commit.ts'
import type { Address, Conversation, Handoff, Link, Proof } from '../model.ts'
import { maskAddress } from '../phone/masked-address.ts'
import type { Ports } from '../ports.ts'
import { surfaceOf } from '../surface.ts'
import { carryMessages } from './carry-messages.ts'

/** What is claimed, and what proves it. */
export interface Claim {
  address: Address
  conversation: Conversation
  proof: Proof
  handoff?: Handoff
  /** For a site opened by a return link: the phone's link. */
  via?: Link
}

/**
 * Makes an address part of a conversation. What it was part of before is remembered, so that the link can be undone.
 * An address that is there already stays as it is.
 */
export async function linkAddress(ports: Ports, writing: Writing, claim: Claim): Promise<Link> {
  const { address, conversation, proof, handoff, via } = claim
  const { tx, append, tell } = writing
  const before = await tx.currentLink(address.id)
  if (before?.conversation === conversation.id) return before

  const at = ports.now()
  if (before) await tx.changeLink(before.id, { endedAt: at, endedBy: 'replaced' })
  const link: Link = {
    id: ports.random.id(),
    address: address.id,
    person: conversation.person,
    conversation: conversation.id,
    proof,
    mirror: via ? via.mirror : mirrorAtFirst(ports, conversation.site, proof),
    before: before?.id ?? null,
    via: via?.id ?? null,
    handoff: handoff?.id ?? null,
    at,
    endedAt: null,
    endedBy: null
  }
  await tx.addLink(link)
  // One number may serve several sites: the code says which.
  if (address.site !== conversation.site) {
    await tx.changeAddress(address.id, { site: conversation.site })
  }

  const on = surfaceOf(ports, address.account)
  await append(conversation.id, {
    type: 'link',
    id: link.id,
    on,
    status: 'linked',
    proof,
    display: maskAddress(address.names)
  })
  if (link.mirror === 'on' && !via && proof !== 'token') {
    await append(conversation.id, { type: 'mirror', link: link.id, on, shown: true, by: 'site' })
  }
  if (before && handoff) await takeAlong(writing, { before, link, handoff })
  tell({ type: 'visibility', conversation: conversation.id })
  return link
}

function mirrorAtFirst({ sites }: Ports, site: string, proof: Proof): Link['mirror'] {
  // Another browser of the same user: what is said there is theirs to read here.
  if (proof === 'token') return 'on'
  const rule = sites.get(site)?.mirror ?? 'ask'
  return rule === 'always' ? 'on' : rule === 'never' ? 'off' : 'asked'
}

/**
 * A phone that wrote before it sent its code has a conversation of its own by now, younger than the code.
 * What was said there belongs to this one. Anything older is the phone's own history and stays where it is.
 */
async function takeAlong(
  writing: Writing,
  { before, link, handoff }: { before: Link; link: Link; handoff: Handoff }
): Promise<void> {
  const { tx, append } = writing
  const earlier = await tx.conversation(before.conversation)
  if (!earlier) return
  if (earlier.at < handoff.at || before.proof !== 'self') {
    if (earlier.state !== 'closed') {
      await tx.changeConversation(earlier.id, { state: 'closed', waitingSince: null })
      await append(earlier.id, { type: 'state', state: 'closed' })
    }
    return
  }
  await carryMessages(writing, {
    from: earlier.id,
    to: link.conversation,
    link: before.id,
    as: link.id
  })
  // Nothing is left in it to answer, so it leaves the inbox.
  await tx.changeConversation(earlier.id, { state: 'closed', waitingSince: null, lastAt: null })
}
