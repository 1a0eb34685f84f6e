import { commit, type Writing } from '../commit.ts'
import { deliver } from '../delivery/deliver.ts'
import type { Address, Conversation, Handoff } from '../model.ts'
import { readPhoneNumber } from '../phone/phone-number.ts'
import { textsFor } from '../phone/say-on-phone.ts'
import type { Ports } from '../ports.ts'
import { Refused } from '../refusal.ts'
import type { Account, Site } from '../settings.ts'
import { addHandoff } from './change-handoff.ts'
import { accountFor, conversationOfOfferer, hostOf, type Offerer } from './offer-handoff.ts'

const GOOD_FOR_MS = 24 * 3_600_000
const HOUR_MS = 3_600_000

/** A number somebody typed, and the account that shall write to it. */
export interface TypedNumber {
  account: string
  number: string
}

/**
 * Texts a confirmation to a number. The number is nobody's until its answer comes.
 *
 * @throws {Refused} `invalid` for what is no number, `too_many`, `forbidden` where the network lets nobody write first,
 * `undeliverable` when the number has opted out
 */
export async function confirmNumber(
  ports: Ports,
  offerer: Offerer,
  { account: accountId, number }: TypedNumber
): Promise<{ id: string }> {
  const account = accountFor(ports, accountId)
  if (!account.channel.limits.writesFirst) {
    throw new Refused('forbidden', 'This network does not let a company write first.', 'account')
  }
  return commit(ports, async writing => {
    const conversation = await conversationOfOfferer(writing, offerer)
    const site = ports.sites.get(conversation.site)
    const phone = site && readPhoneNumber(number, site.country)
    if (!phone) {
      throw new Refused(
        'invalid',
        'This is not a phone number we can read. Write it with its country code, like +46 70 123 45 67.',
        'number'
      )
    }
    limitTexts(ports, offerer, { phone, site: site.key })
    const address = await addressOfPhone(ports, writing, { phone, account, conversation })
    if (address.optedOutAt !== null) {
      throw new Refused('undeliverable', 'This number has asked for no more messages.', 'number')
    }
    return sendConfirmation(ports, writing, {
      address,
      account,
      conversation,
      site,
      by: offerer.by
    })
  })
}

function limitTexts(
  { allow }: Ports,
  offerer: Offerer,
  { phone, site }: { phone: string; site: string }
): void {
  const who = offerer.by === 'agent' ? offerer.agent.id : offerer.address
  const isAllowed =
    allow(`text:${phone}`, 3, HOUR_MS) &&
    allow(`text:${who}`, offerer.by === 'agent' ? 60 : 5, HOUR_MS) &&
    allow(`text:${site}`, 500, HOUR_MS)
  if (!isAllowed) {
    throw new Refused(
      'too_many',
      'A text was sent recently. Wait a while before you ask for another.'
    )
  }
}

async function addressOfPhone(
  ports: Ports,
  { tx }: Writing,
  { phone, account, conversation }: { phone: string; account: Account; conversation: Conversation }
): Promise<Address> {
  const known = await tx.addressByName(account.id, [`phone:${phone}`])
  if (known) return known
  const person = await tx.person(conversation.person)
  const address: Address = {
    id: ports.random.id(),
    site: conversation.site,
    account: account.id,
    names: [`phone:${phone}`],
    secretHash: null,
    language: person?.language ?? null,
    lastInboundAt: null,
    lastInboundId: null,
    lastReadId: null,
    optedOutAt: null,
    at: ports.now()
  }
  await tx.addAddress(address)
  return address
}

async function sendConfirmation(
  ports: Ports,
  writing: Writing,
  to: {
    address: Address
    account: Account
    conversation: Conversation
    site: Site
    by: Handoff['by']
  }
): Promise<{ id: string }> {
  const { address, account, conversation, site, by } = to
  const at = ports.now()
  const handoff: Handoff = {
    id: ports.random.id(),
    site: conversation.site,
    conversation: conversation.id,
    person: conversation.person,
    account: account.id,
    way: 'number',
    by,
    codeHash: null,
    address: address.id,
    status: 'offered',
    at,
    expiresAt: at + GOOD_FOR_MS
  }
  await addHandoff(ports, writing, handoff)
  const text = textsFor(ports, address).confirmNumber({
    site: site.name,
    host: hostOf(site.origins[0]) ?? site.name
  })
  await deliver(ports, writing, { address, content: { text, files: [], buttons: [] } })
  return { id: handoff.id }
}
