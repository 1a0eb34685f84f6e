import type { Writing } from '../commit.ts'
import { linkAddress } from '../handoff/link-address.ts'
import type { Address, Conversation } from '../model.ts'
import type { Ports } from '../ports.ts'
import type { Tx } from '../store.ts'
import { makePeople, visitorNode } from './find-people.ts'
import { joinPeople } from './join-people.ts'
import { learnTraits } from './learn-traits.ts'
import { markTraits } from './merge-traits.ts'
import { kindOf, nodeOf, whoIsWho } from './who-is-who.ts'

/** A user a site has vouched for. */
export interface ProvenUser {
  id: string
  proof: 'token' | 'hash'
  /** What the site has signed of them. */
  traits?: Record<string, unknown>
  /** When it was signed, as far as is known. */
  at: number
}

/** Conversations looked through for the one that goes on. */
const MOST_TALKS = 20

/**
 * Whether a browser may be opened: one that is a user's only with that user's proof, and one that an agent has taken
 * from this user not by them. Anybody else gets a new visitor.
 */
export async function mayOpen(
  tx: Tx,
  { id, site }: Address,
  user: ProvenUser | undefined
): Promise<boolean> {
  const node = visitorNode(id)
  const joins = await tx.joins(site, { nodes: [node] })
  const owner = whoIsWho(joins)(node)
  const wanted = user && nodeOf('user', user.id)
  if (kindOf(owner) === 'user') return owner === wanted
  return !joins.some(({ to, endedAt }) => to === wanted && endedAt !== null)
}

/** A browser has shown a user's proof: it is theirs from now on, and goes on where their others are. */
export async function proveVisitor(
  ports: Ports,
  writing: Writing,
  { address, user }: { address: Address; user: ProvenUser }
): Promise<void> {
  const { site } = address
  const node = nodeOf('user', user.id)
  const told = [{ node: visitorNode(address.id), to: node, proof: user.proof, at: ports.now() }]
  await joinPeople(ports, writing, { site, told })
  if (user.traits) {
    const people = new Map()
    for (const person of await writing.tx.peopleOf(site, [node])) people.set(node, person)
    await makePeople(ports, writing, { site, nodes: [node], people })
    await learnTraits(writing, people.get(node)!, [markTraits(user.traits, [user.at, true])])
  }
  await goOnElsewhere(ports, writing, { address, user })
}

/** What was said in this browser already is where its conversation goes on; else it is where the user last was. */
async function goOnElsewhere(
  ports: Ports,
  writing: Writing,
  { address, user }: { address: Address; user: ProvenUser }
): Promise<void> {
  const { tx } = writing
  const link = await tx.currentLink(address.id)
  const own = link && (await tx.conversation(link.conversation))
  if (own && own.lastAt !== null) return
  const conversation = await openTalkOf(tx, address.site, user)
  if (conversation) await linkAddress(ports, writing, { address, conversation, proof: 'token' })
}

/** The newest open conversation that one of the user's own browsers began. */
async function openTalkOf(
  tx: Tx,
  site: string,
  user: ProvenUser
): Promise<Conversation | undefined> {
  const [person] = await tx.peopleOf(site, [nodeOf('user', user.id)])
  const members = person ? await tx.members(person.id) : []
  const browsers = members.filter(({ node }) => node && kindOf(node) === 'visitor')
  const talks = await tx.conversationsOf(
    browsers.map(({ id }) => id),
    MOST_TALKS
  )
  return talks.find(({ state }) => state !== 'closed')
}
