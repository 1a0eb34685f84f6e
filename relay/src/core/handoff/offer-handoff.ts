import type { HandoffReply } from '@segue/sdk/protocol'
import { commit } from '../commit.ts'
import { conversationFor, conversationOf } from '../conversation/viewer.ts'
import type { Conversation, Handoff } from '../model.ts'
import { phoneTexts } from '../phone/phone-texts.ts'
import type { Ports } from '../ports.ts'
import { Refused } from '../refusal.ts'
import type { Account, Agent } from '../settings.ts'
import { addHandoff } from './change-handoff.ts'
import { hashCode, mintCode } from './handoff-code.ts'

const GOOD_FOR_MS = 24 * 3_600_000
const HOUR_MS = 3_600_000
const MOST_BY_VISITOR = 20
const MOST_BY_SITE = 5000

/** Who offers: the visitor, for their own conversation, or an agent, for one of theirs. */
export type Offerer =
  | { by: 'visitor'; address: string }
  | { by: 'agent'; agent: Agent; conversation: string }

/**
 * Mints a code and the link that carries it. The widget asks for it before it shows the button:
 * a browser blocks a window that opens after a wait.
 *
 * @throws {Refused} `not_found`, `unauthorized`, `too_many`
 */
export async function offerHandoff(
  ports: Ports,
  offerer: Offerer,
  accountId: string
): Promise<HandoffReply> {
  const account = accountFor(ports, accountId)
  const code = mintCode(ports.random.bytes(8))
  return commit(ports, async writing => {
    const conversation = await conversationOfOfferer(writing, offerer)
    limitOffers(ports, offerer, conversation.site)
    const handoff = newHandoff(ports, { conversation, offerer, account, code })
    await addHandoff(ports, writing, handoff)
    const person = await writing.tx.person(conversation.person)
    const site = ports.sites.get(conversation.site)
    const texts = phoneTexts(site, person?.language)
    const host = hostOf(site?.origins[0]) ?? conversation.site
    const draft = `${texts.draft({ site: host })} #${code}`
    return {
      id: handoff.id,
      code,
      link: account.channel.handoffLink(draft),
      address: account.channel.address,
      draft,
      expires: handoff.expiresAt
    }
  })
}

/** The account somebody names. @throws {Refused} `not_found` */
export function accountFor({ accounts }: Ports, id: string): Account {
  const account = accounts.get(id)
  if (!account) throw new Refused('not_found', `There is no account '${id}'.`, 'account')
  return account
}

/** The conversation an offer is for. @throws {Refused} `not_found`, `unauthorized` */
export async function conversationOfOfferer(
  { tx }: Pick<Parameters<Parameters<typeof commit>[1]>[0], 'tx'>,
  offerer: Offerer
): Promise<Conversation> {
  return offerer.by === 'agent'
    ? conversationFor(tx, offerer.agent, offerer.conversation)
    : (await conversationOf(tx, offerer.address)).conversation
}

function limitOffers({ allow }: Ports, offerer: Offerer, site: string): void {
  const who = offerer.by === 'agent' ? offerer.conversation : offerer.address
  if (
    allow(`offer:${who}`, MOST_BY_VISITOR, HOUR_MS) &&
    allow(`offer:${site}`, MOST_BY_SITE, HOUR_MS)
  ) {
    return
  }
  throw new Refused('too_many', 'Too many codes for now. Use the one you have, or wait an hour.')
}

function newHandoff(
  { now, random }: Ports,
  offer: { conversation: Conversation; offerer: Offerer; account: Account; code: string }
): Handoff {
  const { conversation, offerer, account, code } = offer
  const at = now()
  return {
    id: random.id(),
    site: conversation.site,
    conversation: conversation.id,
    person: conversation.person,
    account: account.id,
    way: 'code',
    by: offerer.by,
    codeHash: hashCode(code),
    address: null,
    status: 'offered',
    at,
    expiresAt: at + GOOD_FOR_MS
  }
}

/** `shop.example` of `https://shop.example`. */
export const hostOf = (origin: string | undefined): string | undefined =>
  (origin && URL.parse(origin)?.host) || undefined
