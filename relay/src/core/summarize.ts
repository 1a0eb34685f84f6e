import type { Summary } from '@segue/sdk/protocol'
import type { Conversation, Person } from './model.ts'
import type { Ports } from './ports.ts'
import { surfaceOf } from './surface.ts'

const MOST_WORDS = 140

/** One line of the inbox's list. */
export async function summarize(ports: Ports, conversation: Conversation): Promise<Summary> {
  const { store, agents } = ports
  const { id, site, person: personId, state, agent, seq, waitingSince, at } = conversation
  const { last, unread } = await store.digest(id)
  const person = await store.person(personId)
  const owner = agent === null ? undefined : agents.get(agent)
  const accounts = new Set<string>()
  for (const link of await store.links({ conversation: id })) {
    const address = link.endedAt === null ? await store.address(link.address) : undefined
    if (address) accounts.add(address.account)
  }
  return {
    id,
    site,
    person: personId,
    name: nameOf(person, personId),
    state,
    ...(agent === null ? {} : { agent: { id: agent, name: owner?.name ?? agent } }),
    seq,
    unread,
    ...lastOf(last),
    ...(waitingSince === null ? {} : { waitingSince }),
    startedAt: at,
    surfaces: [...accounts].map(account => surfaceOf(ports, account))
  }
}

/** What to call a person: their name, or a stand-in that tells one from the other. */
export const nameOf = (person: Person | undefined, id: string): string =>
  person?.name || `Guest ${id.slice(-4).toUpperCase()}`

function lastOf(
  entry: Awaited<ReturnType<Ports['store']['digest']>>['last']
): Pick<Summary, 'last'> {
  if (entry?.body.type !== 'message') return {}
  const { text, from, on, files } = entry.body
  const words = text || files?.[0]?.name || ''
  return { last: { text: [...words].slice(0, MOST_WORDS).join(''), from, at: entry.at, on } }
}
