import type { LinkView, PersonView } from '@segue/sdk/protocol'
import { maskAddress } from './masked-address.ts'
import type { Address, Link, Person } from './model.ts'
import type { Ports } from './ports.ts'
import { Refused } from './refusal.ts'
import type { Agent } from './settings.ts'
import { nameOf } from './summarize.ts'
import { surfaceOf } from './surface.ts'

/** The person an agent names, if they are on a site of theirs. @throws {Refused} `not_found` */
export async function personFor({ store }: Ports, agent: Agent, id: string): Promise<Person> {
  const person = await store.person(id)
  if (!person || !agent.sites.includes(person.site)) {
    throw new Refused('not_found', 'There is no such person.')
  }
  return person
}

/** Everything known of a person: addresses, links with their proofs, traits. @throws {Refused} `not_found` */
export async function readPerson(ports: Ports, agent: Agent, id: string): Promise<PersonView> {
  const person = await personFor(ports, agent, id)
  const addresses = new Map<string, Address>()
  const links: LinkView[] = []
  for (const link of await ports.store.links({ person: id })) {
    const address = await ports.store.address(link.address)
    if (!address) continue
    if (link.endedAt === null) addresses.set(address.id, address)
    links.push(await viewLink(ports, link, address))
  }
  return {
    id,
    site: person.site,
    name: nameOf(person.name, id),
    ...(person.language ? { language: person.language } : {}),
    traits: person.traits,
    addresses: [...addresses.values()].map(({ account, names }) => ({
      on: surfaceOf(ports, account),
      names
    })),
    links,
    at: person.at
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
