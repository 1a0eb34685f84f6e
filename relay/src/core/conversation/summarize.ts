import type { Summary, UserRef } from '@segue/sdk/protocol'
import { idOf, kindOf, type Node } from '../identity/who-is-who.ts'
import { titleOf } from '../message/message-content.ts'
import type { Conversation } from '../model.ts'
import type { Ports } from '../ports.ts'
import type { Digest } from '../reads.ts'
import { surfaceOf } from '../surface.ts'

const MOST_WORDS = 140

/** One line of the inbox's list. */
export async function summarize(ports: Ports, conversation: Conversation): Promise<Summary> {
  const { id, site, state, agent, seq, waitingSince, at } = conversation
  const { last, unread, person, node, name, accounts } = await ports.store.digest(conversation)
  const owner = agent === null ? undefined : ports.agents.get(agent)
  return {
    id,
    site,
    person,
    name: nameOf(name, person),
    ...userIn(node),
    state,
    ...(agent === null ? {} : { agent: { id: agent, name: owner?.name ?? agent } }),
    seq,
    unread,
    ...lastOf(last),
    ...(waitingSince === null ? {} : { waitingSince }),
    startedAt: at,
    surfaces: accounts.map(account => surfaceOf(ports, account))
  }
}

/** What to call a person: their name, or a stand-in that tells one from the other. */
export const nameOf = (name: string | null, id: string): string =>
  name || `Guest ${id.slice(-4).toUpperCase()}`

/** The user a person is, or says to be. */
export function userIn(node: Node | null): { user?: UserRef } {
  const kind = node && kindOf(node)
  if (kind !== 'user' && kind !== 'claim') return {}
  return { user: { id: idOf(node!), proved: kind === 'user' } }
}

function lastOf(entry: Digest['last']): Pick<Summary, 'last'> {
  if (entry?.body.type !== 'message') return {}
  const { text, from, on, files, content } = entry.body
  const words = text || files?.[0]?.name || (content ? titleOf(content) : '')
  return { last: { text: [...words].slice(0, MOST_WORDS).join(''), from, at: entry.at, on } }
}
