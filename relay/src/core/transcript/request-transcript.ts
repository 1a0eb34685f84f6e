import { commit } from '../commit.ts'
import { ownConversation } from '../conversation/own-conversations.ts'
import { conversationFor, conversationOf } from '../conversation/viewer.ts'
import { addErrand } from '../errands/add-errand.ts'
import type { Conversation } from '../model.ts'
import { baseOf, templates } from '../phone/phone-texts.ts'
import type { Ports } from '../ports.ts'
import { Refused } from '../refusal.ts'
import { hashSecret } from '../secret-hash.ts'
import type { Agent, Site } from '../settings.ts'
import { readMailAddress } from './mail-address.ts'
import { hasAnswer, type Part } from './read-transcript.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/**
 * Whoever types an address may mean somebody else's: these are what keeps a chat from filling strangers' mailboxes.
 * One address gets so few from the whole relay, whoever asks.
 */
const PER_VISITOR = { max: 3, windowMs: DAY_MS }
const PER_MAILBOX = { max: 3, windowMs: DAY_MS }
const PER_SITE = { max: 60, windowMs: HOUR_MS }
const PER_AGENT = { max: 60, windowMs: HOUR_MS }

export interface TranscriptWish {
  email: string
  /** The reader's IANA zone; the site's when it is not known. */
  timeZone?: string | undefined
  /** One of the visitor's earlier ones. @default the one they are in */
  conversation?: string | undefined
}

/**
 * The visitor asks for their conversation by mail. Taken once this resolves; it goes out soon.
 *
 * @throws {Refused} `not_found` where the site offers it to nobody, or the conversation is not theirs, `invalid`, `too_many`, and `conflict` while nobody has
 *   answered: else a stranger's words alone could be mailed to anybody
 */
export async function requestTranscript(
  ports: Ports,
  address: string,
  wish: TranscriptWish
): Promise<void> {
  const { store } = ports
  const conversation = wish.conversation
    ? await ownConversation(store, address, wish.conversation)
    : (await conversationOf(store, address)).conversation
  const site = siteFor(ports, conversation)
  const to = readMailAddress(wish.email)
  const read = { conversation: conversation.id, reader: address, upTo: conversation.seq }
  if (!(await hasAnswer(store, read))) {
    throw new Refused('conflict', 'Nobody has answered yet: there is nothing to send.')
  }
  limit(ports, `transcript:visitor:${address}`, PER_VISITOR)
  limit(ports, `transcript:site:${site.key}`, PER_SITE)
  const language = (await store.address(address))?.language
  return order(ports, { site, to, wish, language, read })
}

/** An agent sends a conversation to the person's address. @throws {Refused} `not_found`, `invalid`, `too_many` */
export async function sendTranscriptTo(
  ports: Ports,
  agent: Agent,
  id: string,
  wish: TranscriptWish
): Promise<void> {
  const { store } = ports
  const { person, seq, ...conversation } = await conversationFor(store, agent, id)
  const site = siteFor(ports, conversation)
  const to = readMailAddress(wish.email)
  limit(ports, `transcript:agent:${agent.id}`, PER_AGENT)
  const language = (await store.person(person))?.language
  const read = { conversation: id, reader: null, upTo: seq }
  return order(ports, { site, to, wish, language, read })
}

interface Ordering {
  site: Site
  to: string
  wish: TranscriptWish
  language: string | null | undefined
  read: Part
}

function order(ports: Ports, { site, to, wish, language, read }: Ordering): Promise<void> {
  // Only a hash, so that the list of attempts is no list of addresses.
  limit(ports, `transcript:to:${hashSecret(to.toLowerCase())}`, PER_MAILBOX)
  const transcript = {
    ...{ ...read, to },
    language: language && templates.has(baseOf(language)) ? language : site.language,
    timeZone: zoneOf(wish.timeZone) ?? site.timeZone ?? 'UTC'
  }
  return commit(ports, writing =>
    addErrand(ports, writing, {
      order: { kind: 'transcript', order: transcript },
      goodForMs: DAY_MS
    })
  )
}

/** The site, if it mails anything. @throws {Refused} `not_found` */
function siteFor({ sites, mailer }: Ports, { site: key }: Pick<Conversation, 'site'>): Site {
  const site = sites.get(key)
  if (site?.mail && mailer) return site
  throw new Refused('not_found', 'This site sends no conversations by mail.')
}

function limit(
  { allow }: Ports,
  key: string,
  { max, windowMs }: { max: number; windowMs: number }
): void {
  if (allow(key, max, windowMs)) return
  throw new Refused('too_many', 'That is enough mail for now. Try again later.')
}

/** A zone the page names, if there is one of that name. */
function zoneOf(name: string | undefined): string | undefined {
  try {
    return name && new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone
  } catch {
    return undefined
  }
}
