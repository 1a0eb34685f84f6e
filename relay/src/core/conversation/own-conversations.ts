import { visitorNode } from '../identity/find-people.ts'
import { kindOf } from '../identity/who-is-who.ts'
import type { Conversation, Link } from '../model.ts'
import type { Reads } from '../reads.ts'
import { Refused } from '../refusal.ts'
import { conversationOf } from './viewer.ts'

/** What one visitor may read, whether they are in it now or not. */
interface Own {
  current: Conversation
  /** Whose conversations are theirs: this browser, and the other browsers of the user it is proved to be. */
  people: string[]
  /** Conversations that a return link opened, and that its phone is still in. */
  opened: string[]
}

/** A place in the list of a visitor's conversations: right behind this one. */
interface Place {
  lastAt: number
  id: string
}

/**
 * A page of a visitor's conversations in which they have said something, newest first, at most `limit`. The first page has more:
 * the one they are in, if anything was said there, and those that a return link opened.
 */
export async function ownConversations(
  reads: Reads,
  address: string,
  { limit, after }: { limit: number; after?: Place }
): Promise<{ current: string; conversations: Conversation[]; next?: Place }> {
  const { current, people, opened } = await ownOf(reads, address)
  const page = await reads.conversationsOf(people, limit, after)
  const ahead = await firstOf(reads, { current, opened })
  const isAhead = new Set(ahead.map(({ id }) => id))
  const rest = page.filter(({ id }) => !isAhead.has(id))
  const last = page.length === limit ? page.at(-1) : undefined
  return {
    current: current.id,
    conversations: after ? rest : [...ahead, ...rest],
    ...(last?.lastAt ? { next: { lastAt: last.lastAt, id: last.id } } : {})
  }
}

/** What belongs to the first page, wherever its time would put it. */
async function firstOf(
  reads: Reads,
  { current, opened }: Pick<Own, 'current' | 'opened'>
): Promise<Conversation[]> {
  const others = new Set(opened.filter(id => id !== current.id))
  const found = await Promise.all([...others].map(id => reads.conversation(id)))
  return [...(current.seq > 0 ? [current] : []), ...found.filter(one => one !== undefined)]
}

/** One of a visitor's conversations, by its id. @throws {Refused} `not_found` for anybody else's; `unauthorized` */
export async function ownConversation(
  reads: Reads,
  address: string,
  id: string
): Promise<Conversation> {
  const { current, people, opened } = await ownOf(reads, address)
  if (id === current.id) return current
  const conversation = await reads.conversation(id)
  const isOwn = conversation && (people.includes(conversation.person) || opened.includes(id))
  if (isOwn) return conversation
  throw new Refused('not_found', 'There is no such conversation.')
}

async function ownOf(reads: Reads, address: string): Promise<Own> {
  const { conversation: current } = await conversationOf(reads, address)
  const opened: string[] = []
  for (const link of await reads.links({ address })) {
    if (await isStillOpen(reads, link)) opened.push(link.conversation)
  }
  return { current, people: await ownPeople(reads, current.site, address), opened }
}

/** What a return link opened is open as long as the phone that asked for it is there. */
async function isStillOpen(reads: Reads, { proof, via, endedBy }: Link): Promise<boolean> {
  if (proof !== 'return' || endedBy !== 'replaced' || !via) return false
  const phone = await reads.link(via)
  return phone?.endedAt === null
}

/** A claim makes nobody's conversations another's: only a proved user's browsers are one. */
async function ownPeople(reads: Reads, site: string, address: string): Promise<string[]> {
  const [person] = await reads.peopleOf(site, [visitorNode(address)])
  if (!person) return []
  const root = await reads.person(person.root)
  if (!root?.node || kindOf(root.node) !== 'user') return [person.id]
  const members = await reads.members(root.id)
  return members.filter(({ node }) => node && kindOf(node) === 'visitor').map(({ id }) => id)
}
