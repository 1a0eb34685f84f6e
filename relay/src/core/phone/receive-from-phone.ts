import { commit, type Writing } from '../commit.ts'
import { redeemCode } from '../handoff/redeem-code.ts'
import type { Address, Link } from '../model.ts'
import type { Ports } from '../ports.ts'
import type { Account } from '../settings.ts'
import { answerFromPhone, isNetworkChoice } from './answer-from-phone.ts'
import { answerWord } from './answer-word.ts'
import { begin, type KeptFile, keepMessage, type PhoneMessage } from './arrival.ts'
import type { PhoneTexts } from './phone-texts.ts'
import { readButton, readWord } from './phone-words.ts'
import { sayOnPhone, textsFor } from './say-on-phone.ts'

/**
 * Somebody wrote on a network: finds or makes their conversation, and keeps what they said.
 * The same message twice is one message.
 */
export function receiveFromPhone(
  ports: Ports,
  account: Account,
  { event, files }: { event: PhoneMessage; files: KeptFile[] }
): Promise<void> {
  return commit(ports, async writing => {
    if (!(await writing.tx.firstSight(account.id, `message:${event.providerId}`, ports.now())))
      return
    const address = await addressOf(ports, writing, { account, event })
    const arrival = { event, files, address }
    const word = wordOf(event, textsFor(ports, address))
    if (word && (await answerWord(ports, writing, { ...arrival, word }))) return
    if (await redeemCode(ports, writing, arrival)) return
    const had = await writing.tx.currentLink(address.id)
    const link = had ?? (await begin(ports, writing, arrival)).link
    await letQuestionLapse(writing, link)
    const answer = await answerFromPhone(writing, link, event)
    await keepMessage(ports, writing, { ...arrival, link, ...(answer ? { answer } : {}) })
    if (!had) {
      const site = ports.sites.get(address.site)?.name ?? address.site
      const text = textsFor(ports, address).askForCode({ site })
      await sayOnPhone(ports, writing, { address, link, text })
    }
  })
}

/** A command to the relay, if the message is one. A choice may be called Stop, or Yes. */
function wordOf({ optOut, button, text }: PhoneMessage, texts: PhoneTexts) {
  if (isNetworkChoice(button)) return optOut
  return optOut ?? readButton(button) ?? readWord(text, texts)
}

/** The address of the sender. Names it was not known by yet are added; a phone's own clock is not believed beyond now. */
async function addressOf(
  { now, random, sites }: Ports,
  { tx }: Writing,
  { account, event }: { account: Account; event: PhoneMessage }
): Promise<Address> {
  const wroteAt = Math.min(event.at, now())
  const known = await tx.addressByName(account.id, event.from)
  if (known) {
    const missing = event.from.filter(name => !known.names.includes(name))
    if (missing.length > 0) await tx.addNames(known.id, account.id, missing)
    // Webhooks come in any order: an older message is not the newest because it is late.
    const isNewest = wroteAt >= (known.lastInboundAt ?? 0)
    const newest = isNewest ? { lastInboundAt: wroteAt, lastInboundId: event.providerId } : {}
    await tx.changeAddress(known.id, newest)
    return { ...known, ...newest, names: [...known.names, ...missing] }
  }
  const address: Address = {
    id: random.id(),
    site: account.site,
    account: account.id,
    names: event.from,
    secretHash: null,
    language: sites.get(account.site)?.language ?? null,
    lastInboundAt: wroteAt,
    lastInboundId: event.providerId,
    lastReadId: null,
    optedOutAt: null,
    at: now()
  }
  await tx.addAddress(address)
  return address
}

/** Only a first answer can say yes or no to "show it on the site too?". After that a yes is just a yes. */
async function letQuestionLapse({ tx }: Writing, link: Link): Promise<void> {
  if (link.mirror === 'asked') await tx.changeLink(link.id, { mirror: 'off' })
}
