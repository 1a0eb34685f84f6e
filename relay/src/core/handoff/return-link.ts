import { commit, type Writing } from '../commit.ts'
import { conversationFor } from '../conversation/viewer.ts'
import type { Address, Conversation, Link } from '../model.ts'
import { sayOnPhone, textsFor } from '../phone/say-on-phone.ts'
import type { Ports } from '../ports.ts'
import { Refused } from '../refusal.ts'
import { hashSecret, mintSecret } from '../secret-hash.ts'
import type { Agent } from '../settings.ts'
import { WEB } from '../surface.ts'
import { linkAddress } from './link-address.ts'
import { setMirror } from './set-mirror.ts'

const GOOD_FOR_MS = 15 * 60_000
const HOUR_MS = 3_600_000
const MOST_AN_HOUR = 6

/** Sends the phone that was used last a link back to the site. @throws {Refused} `not_found`, `undeliverable`, `too_many` */
export function sendReturnLink(ports: Ports, agent: Agent, id: string): Promise<void> {
  return commit(ports, async writing => {
    const { tx } = writing
    const conversation = await conversationFor(tx, agent, id)
    const phones = (await linkedPhones(writing, conversation.id)).sort(
      (a, b) => (b.address.lastInboundAt ?? 0) - (a.address.lastInboundAt ?? 0)
    )
    const phone = phones.find(({ address }) => address.optedOutAt === null)
    if (!phone) throw new Refused('undeliverable', 'No phone is part of this conversation.')
    await giveReturnLink(ports, writing, { ...phone, conversation })
  })
}

async function linkedPhones({ tx }: Writing, conversation: string) {
  const found: { link: Link; address: Address }[] = []
  for (const link of await tx.links({ conversation })) {
    const address = link.endedAt === null ? await tx.address(link.address) : undefined
    if (address && address.account !== WEB) found.push({ link, address })
  }
  return found
}

/** Mints a link and says it on the phone. The thread shows that it was sent, never the link. @throws {Refused} `too_many` */
export async function giveReturnLink(
  ports: Ports,
  writing: Writing,
  { link, address, conversation }: { link: Link; address: Address; conversation: Conversation }
): Promise<void> {
  if (!ports.allow(`return:${address.id}`, MOST_AN_HOUR, HOUR_MS)) {
    throw new Refused('too_many', 'Too many links back to the site for now. Try again in an hour.')
  }
  const token = mintSecret(ports.random.bytes(16))
  await writing.tx.addReturnLink({
    hash: hashSecret(token),
    conversation: conversation.id,
    link: link.id,
    expiresAt: ports.now() + GOOD_FOR_MS
  })
  const texts = textsFor(ports, address)
  const site = ports.sites.get(conversation.site)
  await sayOnPhone(ports, writing, {
    address,
    link,
    text: texts.wayBack({
      site: site?.name ?? conversation.site,
      url: `${pageOf(ports, conversation)}#segue=${token}`
    }),
    shown: texts.wayBackSent
  })
}

/** Where a site's chat has a page of its own. */
export const chatPageOf = (publicUrl: string, site: string): string =>
  `${publicUrl}/chat/${encodeURIComponent(site)}`

/** Where the chat began, if that is one of the site's own pages; else the site's home. The page's word is not taken for it. */
export function pageOf({ sites, publicUrl }: Ports, { site, page }: Conversation): string {
  const origins = sites.get(site)?.origins ?? []
  const url = page && URL.parse(page.url)
  const path = url ? `${url.origin}${url.pathname}` : ''
  // The page that is nothing but this chat is ours.
  const isKnown = url && (origins.includes(url.origin) || path === chatPageOf(publicUrl, site))
  return isKnown ? path : `${origins[0] ?? ''}/`
}

/**
 * A page brings the token of a return link: whoever opens it holds the phone, so this session may see what the phone sees.
 * Good once; false when it is used up, too old, or for another site.
 */
export async function useReturnLink(
  ports: Ports,
  writing: Writing,
  { token, address }: { token: string; address: Address }
): Promise<boolean> {
  const { tx } = writing
  const hash = hashSecret(token)
  const found = await tx.returnLink(hash)
  if (!found || found.expiresAt < ports.now()) return false
  const conversation = await tx.conversation(found.conversation)
  const via = await tx.link(found.link)
  if (!conversation || conversation.site !== address.site) return false
  // A phone that left the conversation meanwhile has no way back into it.
  if (!via || via.endedAt !== null || !(await tx.useReturnLink(hash))) return false

  const current = await tx.currentLink(address.id)
  if (current?.conversation === conversation.id && current.proof === 'self') {
    await setMirror(ports, writing, { link: via, shown: true, by: 'return' })
  } else {
    await linkAddress(ports, writing, { address, conversation, proof: 'return', via })
  }
  return true
}
