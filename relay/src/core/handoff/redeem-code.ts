import type { Writing } from '../commit.ts'
import type { Address, Conversation, Handoff, Link } from '../model.ts'
import { type Arrival, begin, keepMessage } from '../phone/arrival.ts'
import { draftsOf } from '../phone/phone-texts.ts'
import { sayOnPhone, textsFor } from '../phone/say-on-phone.ts'
import type { Ports } from '../ports.ts'
import { changeHandoff } from './change-handoff.ts'
import { findCodes, hashCode, stripCode } from './handoff-code.ts'
import { linkAddress } from './link-address.ts'
import { hostOf } from './offer-handoff.ts'

const HOUR_MS = 3_600_000
const TRIES_BY_ADDRESS = 10
const TRIES_BY_ACCOUNT = 1000

/**
 * Looks for a code in a message and, when it is good, makes the phone part of the conversation it came from.
 * The code is taken out of what is kept. True when there was nothing left to do.
 */
export async function redeemCode(
  ports: Ports,
  writing: Writing,
  arrival: Arrival
): Promise<boolean> {
  const { event, address } = arrival
  const candidates = findCodes(event.text)
  if (candidates.length === 0) return false
  const looksMeant = candidates.some(({ start }) => event.text[start - 1] === '#')
  if (isOverLimit(ports, address, looksMeant)) {
    if (looksMeant) await answer(ports, writing, { ...arrival, say: 'tooManyCodes' })
    return looksMeant
  }
  const hashes = candidates.map(({ code }) => hashCode(code))
  const handoff = await findHandoff(ports, writing, { address, hashes })
  if (!handoff) return false
  const used = candidates.find((_, index) => hashes[index] === handoff.codeHash)!
  const text = stripCode(event.text, used)

  const say = await whyNot(ports, writing, { handoff, address })
  if (say === 'again') return false
  if (say) {
    await answer(ports, writing, { ...arrival, say, text })
    return true
  }
  const conversation = await writing.tx.conversation(handoff.conversation)
  if (!conversation) return false
  await acceptHandoff(ports, writing, { ...arrival, handoff, conversation, text })
  return true
}

/** The code's own account first; but a code sent to another of the company's numbers proves just as much. */
async function findHandoff(
  { accounts }: Ports,
  { tx }: Writing,
  { address, hashes }: { address: Address; hashes: string[] }
): Promise<Handoff | undefined> {
  for (const account of new Set([address.account, ...accounts.keys()])) {
    const handoff = await tx.handoffByCode(account, hashes)
    if (handoff) return handoff
  }
  return undefined
}

/** Every look at what may be a code counts, so that codes cannot be guessed. */
function isOverLimit({ allow }: Ports, address: Address, looksMeant: boolean): boolean {
  const most = looksMeant ? TRIES_BY_ADDRESS : TRIES_BY_ADDRESS * 6
  return !(
    allow(`code:${looksMeant}:${address.id}`, most, HOUR_MS) &&
    allow(`code:${address.account}`, TRIES_BY_ACCOUNT, HOUR_MS)
  )
}

async function whyNot(
  { now }: Ports,
  { tx }: Writing,
  { handoff, address }: { handoff: Handoff; address: Address }
): Promise<'codeOver' | 'codeUsed' | 'again' | undefined> {
  if (handoff.status === 'linked') {
    const link = await tx.currentLink(address.id)
    // The same phone sends its code once more: it is there already, so this is just a message.
    return link?.conversation === handoff.conversation ? 'again' : 'codeUsed'
  }
  const isOpen = handoff.status === 'offered' || handoff.status === 'opened'
  return isOpen && handoff.expiresAt > now() ? undefined : 'codeOver'
}

async function answer(
  ports: Ports,
  writing: Writing,
  {
    say,
    text,
    ...arrival
  }: Arrival & { say: 'codeOver' | 'codeUsed' | 'tooManyCodes'; text?: string }
): Promise<void> {
  const { address } = arrival
  const link =
    (await writing.tx.currentLink(address.id)) ?? (await begin(ports, writing, arrival)).link
  await keepMessage(ports, writing, { ...arrival, link, ...(text === undefined ? {} : { text }) })
  const texts = textsFor(ports, address)
  const site = ports.sites.get(address.site)?.name ?? address.site
  const words = say === 'codeOver' ? texts.codeOver({ site }) : texts[say]
  await sayOnPhone(ports, writing, { address, link, text: words })
}

/** Links the phone, closes the handoff, keeps what was said, and tells the phone where it is now. */
export async function acceptHandoff(
  ports: Ports,
  writing: Writing,
  accepted: Arrival & { handoff: Handoff; conversation: Conversation; text: string }
): Promise<void> {
  const { handoff, conversation, text, ...arrival } = accepted
  const known = await speakTheirLanguage(writing, { address: arrival.address, conversation })
  await changeHandoff(ports, writing, { handoff, status: 'linked' })
  const proof = handoff.way === 'number' ? 'number' : 'code'
  const link = await linkAddress(ports, writing, { address: known, conversation, proof, handoff })
  const address = { ...known, site: conversation.site }
  const isAnswered = isDraft(ports, conversation, text)
  if (text) await keepMessage(ports, writing, { ...arrival, address, link, text, isAnswered })
  await tellWhere(ports, writing, { address, link, conversation })
}

/** Whether somebody just sent what the link had written for them: it asks for nothing that is not answered at once. */
function isDraft({ sites }: Ports, conversation: Conversation, text: string): boolean {
  const site = sites.get(conversation.site)
  const host = hostOf(site?.origins[0]) ?? conversation.site
  return draftsOf(site, host).includes(text)
}

/** The phone is spoken to in the language the chat began in. */
async function speakTheirLanguage(
  { tx }: Writing,
  { address, conversation }: { address: Address; conversation: Conversation }
): Promise<Address> {
  const language = (await tx.person(conversation.person))?.language ?? address.language
  if (language !== address.language) await tx.changeAddress(address.id, { language })
  return { ...address, language }
}

async function tellWhere(
  ports: Ports,
  writing: Writing,
  { address, link, conversation }: { address: Address; link: Link; conversation: Conversation }
): Promise<void> {
  const texts = textsFor(ports, address)
  const site = ports.sites.get(conversation.site)
  const began = new Intl.DateTimeFormat(address.language ?? site?.language ?? 'en', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: site?.timeZone ?? 'UTC'
  })
    .format(conversation.at)
    // Its narrow spaces would make a text message cost twice as much: they are not in GSM 03.38.
    .replace(/[\u00a0\u202f]/g, ' ')
  const asks = link.mirror === 'asked'
  const refusal = { id: 'link:refuse', title: texts.notMe }
  const question = [
    { id: 'mirror:yes', title: texts.mirrorYes },
    { id: 'mirror:no', title: texts.mirrorNo }
  ]
  await sayOnPhone(ports, writing, {
    address,
    link,
    text: [
      texts.linked({ site: site?.name ?? conversation.site, began }),
      asks ? texts.askMirror : '',
      `${texts.howToRefuse} ${texts.howBack}`
    ]
      .filter(Boolean)
      .join('\n\n'),
    buttons: asks ? [...question, refusal] : [refusal]
  })
}
