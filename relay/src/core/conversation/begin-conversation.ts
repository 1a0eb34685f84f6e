import type { Page } from '@segue/sdk/protocol'
import type { Writing } from '../commit.ts'
import { newPerson } from '../identity/find-people.ts'
import type { Node } from '../identity/who-is-who.ts'
import type { Conversation, Link, Person } from '../model.ts'
import type { Ports } from '../ports.ts'

/** Who begins, and where. */
export interface Beginning {
  site: string
  /** The address it begins from. It must have no link that has not ended. */
  address: string
  /** Whom the person is known as, if not by a phone. */
  node?: Node
  name?: string | null
  language?: string | null
  page?: Page | null
}

/** A person nobody knows yet, with a conversation that is theirs alone. */
export async function beginConversation(
  ports: Ports,
  writing: Writing,
  { address, page = null, ...known }: Beginning
): Promise<{ person: Person; conversation: Conversation; link: Link }> {
  const person = newPerson(ports, known)
  await writing.tx.addPerson(person)
  return { person, ...(await addTalk(ports, writing, { person, address, page })) }
}

/** An empty conversation of a person, and the address it begins from in it. That one must have no link that has not ended. */
export async function addTalk(
  { now, random }: Ports,
  { tx }: Writing,
  {
    person,
    address,
    page,
    before = null
  }: { person: Person; address: string; page: Page | null; before?: string | null }
): Promise<{ conversation: Conversation; link: Link }> {
  const at = now()
  const conversation: Conversation = {
    id: random.id(),
    site: person.site,
    person: person.id,
    seq: 0,
    state: 'open',
    agent: null,
    page,
    at,
    waitingSince: null,
    lastAddress: null,
    lastAt: null,
    agentRead: 0,
    visitorRead: 0,
    agentGot: 0,
    visitorGot: 0
  }
  const link: Link = {
    id: random.id(),
    address,
    person: person.id,
    conversation: conversation.id,
    proof: 'self',
    mirror: 'off',
    before,
    via: null,
    handoff: null,
    at,
    endedAt: null,
    endedBy: null
  }
  await tx.addConversation(conversation)
  await tx.addLink(link)
  return { conversation, link }
}
