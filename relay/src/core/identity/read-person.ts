import type { LinkView, PersonView } from '@segue/sdk/protocol'
import { nameOf, userIn } from '../conversation/summarize.ts'
import type { Address, Link, Person } from '../model.ts'
import { maskAddress } from '../phone/masked-address.ts'
import type { Ports } from '../ports.ts'
import { Refused } from '../refusal.ts'
import type { Agent } from '../settings.ts'
import { surfaceOf } from '../surface.ts'
import { mergeTraits } from './merge-traits.ts'
import { readJoins } from './read-joins.ts'

const MOST_TALKS = 50

/**
 * Everybody who is shown as the person an agent names, if they are on a site of theirs. The one they are shown as comes first.
 * Any of them may be named. @throws {Refused} `not_found`
 */
export async function membersFor(
  { store }: Ports,
  agent: Agent,
  id: string
): Promise<[Person, ...Person[]]> {
  const named = await store.person(id)
  const root = named && named.root !== named.id ? await store.person(named.root) : named
  if (!root || !agent.sites.includes(root.site)) {
    throw new Refused('not_found', 'There is no such person.')
  }
  const members = await store.members(root.id)
  return [root, ...members.filter(member => member.id !== root.id)]
}

/** Everything known of a person: addresses, links and joins with their proofs, traits. @throws {Refused} `not_found` */
export async function readPerson(ports: Ports, agent: Agent, id: string): Promise<PersonView> {
  const members = await membersFor(ports, agent, id)
  const [root] = members
  const language = members.findLast(member => member.language)?.language
  const conversations = await ports.store.conversationsOf(
    members.map(member => member.id),
    MOST_TALKS
  )
  return {
    id: root.id,
    site: root.site,
    name: nameOf(bestName(members), root.id),
    ...userIn(root.node),
    ...(language ? { language } : {}),
    traits: mergeTraits(...members).traits,
    ...(await readAddresses(ports, members)),
    joins: await readJoins(ports, members),
    conversations: conversations.map(({ id, state, lastAt }) => ({ id, state, lastAt: lastAt! })),
    at: Math.min(...members.map(({ at }) => at))
  }
}

/** The same as the lists show. */
function bestName(members: readonly Person[]): string | null {
  const named = members.filter(({ name }) => name !== null)
  const [best] = named.sort(
    (a, b) => b.nameRank - a.nameRank || b.nameAt - a.nameAt || (a.id < b.id ? 1 : -1)
  )
  return best?.name ?? null
}

async function readAddresses(
  ports: Ports,
  members: readonly Person[]
): Promise<Pick<PersonView, 'addresses' | 'links'>> {
  const addresses = new Map<string, Address>()
  const links: LinkView[] = []
  for (const { id } of members) {
    for (const link of await ports.store.links({ person: id })) {
      const address = await ports.store.address(link.address)
      if (!address) continue
      if (link.endedAt === null) addresses.set(address.id, address)
      links.push(await viewLink(ports, link, address))
    }
  }
  return {
    addresses: [...addresses.values()].map(({ account, names }) => ({
      on: surfaceOf(ports, account),
      names
    })),
    links: links.sort((a, b) => a.at - b.at)
  }
}

async function viewLink(ports: Ports, link: Link, address: Address): Promise<LinkView> {
  const { id, proof, mirror, at, conversation, endedAt, endedBy } = link
  const before = link.before ? await ports.store.link(link.before) : undefined
  const windowMs = ports.accounts.get(address.account)?.channel.limits.windowMs
  return {
    id,
    on: surfaceOf(ports, address.account),
    display: maskAddress(address.names),
    proof,
    mirror,
    at,
    conversation,
    ...(endedAt === null ? {} : { endedAt }),
    ...(endedBy === null ? {} : { endedBy }),
    ...(before ? { earlier: before.conversation } : {}),
    ...(windowMs === undefined ? {} : { windowUntil: (address.lastInboundAt ?? 0) + windowMs }),
    optedOut: address.optedOutAt !== null
  }
}
