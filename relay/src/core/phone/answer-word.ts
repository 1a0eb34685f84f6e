import type { Writing } from '../commit.ts'
import { changeHandoff } from '../handoff/change-handoff.ts'
import { acceptHandoff } from '../handoff/redeem-code.ts'
import { giveReturnLink } from '../handoff/return-link.ts'
import { setMirror } from '../handoff/set-mirror.ts'
import { endLink } from '../handoff/undo-link.ts'
import type { Address, Link } from '../model.ts'
import type { Ports } from '../ports.ts'
import { Refused } from '../refusal.ts'
import { type Arrival, begin, keepMessage } from './arrival.ts'
import type { PhoneTexts } from './phone-texts.ts'
import type { PhoneWord } from './phone-words.ts'
import { sayOnPhone, textsFor } from './say-on-phone.ts'

type WordArrival = Arrival & { word: PhoneWord | 'help' }

/** What is done about a word. False when in this place it is just talk. */
type Answer = (ports: Ports, writing: Writing, arrival: WordArrival) => Promise<boolean>

/** Does what a word asks for: stop, start, show it, keep it here, not me, back to the site. */
export const answerWord: Answer = (ports, writing, arrival) =>
  ANSWERS[arrival.word](ports, writing, arrival)

const ANSWERS: Record<WordArrival['word'], Answer> = {
  async stop(ports, writing, arrival) {
    const { address } = arrival
    const texts = textsFor(ports, address)
    const link = await linkOf(ports, writing, arrival)
    await keepMessage(ports, writing, { ...arrival, link, isAnswered: true })
    await revokeConfirmation(ports, writing, address)
    // Said before it takes effect: the one message the law wants after a STOP. Where the network has said it, we stay silent.
    if (address.optedOutAt === null && !arrival.event.optOut) {
      await sayOnPhone(ports, writing, {
        address,
        link,
        text: texts.stopped({ site: siteName(ports, address) })
      })
    }
    await writing.tx.changeAddress(address.id, { optedOutAt: address.optedOutAt ?? ports.now() })
    return true
  },

  async start(ports, writing, arrival) {
    const { address } = arrival
    if (address.optedOutAt === null && !arrival.event.optOut) return false
    const link = await linkOf(ports, writing, arrival)
    await writing.tx.changeAddress(address.id, { optedOutAt: null })
    await keepMessage(ports, writing, { ...arrival, link, isAnswered: true })
    if (!arrival.event.optOut) {
      const text = textsFor(ports, address).started({ site: siteName(ports, address) })
      await sayOnPhone(ports, writing, { address, link, text })
    }
    return true
  },

  // The network has answered it; agents should know that it was asked.
  async help(ports, writing, arrival) {
    const link = await linkOf(ports, writing, arrival)
    await keepMessage(ports, writing, { ...arrival, link, isAnswered: true })
    return true
  },

  async yes(ports, writing, arrival) {
    if (await confirmTypedNumber(ports, writing, arrival)) return true
    return answerMirror(ports, writing, { ...arrival, shown: true })
  },

  async no(ports, writing, arrival) {
    const { address } = arrival
    if (await revokeConfirmation(ports, writing, address)) {
      const link = await linkOf(ports, writing, arrival)
      await sayOnPhone(ports, writing, {
        address,
        link,
        text: textsFor(ports, address).numberRefused
      })
      return true
    }
    return answerMirror(ports, writing, { ...arrival, shown: false })
  },

  async refuse(ports, writing, arrival) {
    const { address } = arrival
    const link = await writing.tx.currentLink(address.id)
    if (!link || (link.proof !== 'code' && link.proof !== 'number')) return false
    await endLink(ports, writing, { link, address, by: 'phone' })
    const home = await linkOf(ports, writing, arrival)
    await say(ports, writing, { address, link: home, text: 'refused' })
    return true
  },

  async back(ports, writing, arrival) {
    const { address } = arrival
    const link = await writing.tx.currentLink(address.id)
    const conversation = link && (await writing.tx.conversation(link.conversation))
    if (!link || !conversation) return false
    await keepMessage(ports, writing, { ...arrival, link, isAnswered: true })
    try {
      await giveReturnLink(ports, writing, { link, address, conversation })
    } catch (error) {
      // The message is kept; too many links are simply not sent.
      if (!(error instanceof Refused)) throw error
    }
    return true
  }
}

const siteName = ({ sites }: Ports, { site }: Address): string => sites.get(site)?.name ?? site

const linkOf = async (ports: Ports, writing: Writing, arrival: Arrival): Promise<Link> =>
  (await writing.tx.currentLink(arrival.address.id)) ?? (await begin(ports, writing, arrival)).link

const say = (
  ports: Ports,
  writing: Writing,
  { address, link, text }: { address: Address; link: Link; text: 'shown' | 'notShown' | 'refused' }
): Promise<void> => {
  const texts: Pick<PhoneTexts, typeof text> = textsFor(ports, address)
  return sayOnPhone(ports, writing, { address, link, text: texts[text] })
}

/** A yes or no to "show it on the site too?": by button at any time, by word only as the first answer. */
async function answerMirror(
  ports: Ports,
  writing: Writing,
  arrival: WordArrival & { shown: boolean }
): Promise<boolean> {
  const { address, event, shown } = arrival
  const link = await writing.tx.currentLink(address.id)
  const isAnswer = link?.mirror === 'asked' || event.button?.startsWith('mirror:')
  if (!link || !isAnswer || link.proof === 'self') return false
  if (ports.sites.get(address.site)?.mirror === 'never') return false
  await keepMessage(ports, writing, { ...arrival, link, isAnswered: true })
  await setMirror(ports, writing, { link, shown, by: 'phone' })
  await say(ports, writing, { address, link, text: shown ? 'shown' : 'notShown' })
  return true
}

/** A yes to the text that asked whether this number is theirs. */
async function confirmTypedNumber(
  ports: Ports,
  writing: Writing,
  arrival: WordArrival
): Promise<boolean> {
  const handoff = await writing.tx.handoffByAddress(arrival.address.id)
  const conversation = handoff && (await writing.tx.conversation(handoff.conversation))
  if (!handoff || !conversation || handoff.expiresAt <= ports.now()) return false
  await acceptHandoff(ports, writing, { ...arrival, handoff, conversation, text: '' })
  return true
}

async function revokeConfirmation(
  ports: Ports,
  writing: Writing,
  address: Address
): Promise<boolean> {
  const handoff = await writing.tx.handoffByAddress(address.id)
  if (!handoff) return false
  await changeHandoff(ports, writing, { handoff, status: 'revoked' })
  return true
}
