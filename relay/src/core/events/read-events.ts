import type { EventPage, EventView } from '@segue/sdk/protocol'
import { membersFor } from '../identity/read-person.ts'
import type { TrackedEvent } from '../model.ts'
import type { Ports } from '../ports.ts'
import type { Agent } from '../settings.ts'
import { arrivalOf } from './event-arrival.ts'

const PAGE = 50
const MOST = 200

/** What a person did on the site, newest first. @throws {Refused} `not_found`, `invalid` for a cursor that is none */
export async function readEvents(
  ports: Ports,
  agent: Agent,
  id: string,
  { cursor, limit = PAGE }: { cursor?: string | undefined; limit?: number | undefined } = {}
): Promise<EventPage> {
  const members = await membersFor(ports, agent, id)
  const people = members.map(member => member.id)
  const { items, next } = await ports.store.events(people, {
    ...(cursor ? { cursor } : {}),
    limit: Math.min(Math.max(limit, 1), MOST)
  })
  return { items: items.map(presentEvent), ...(next ? { next } : {}) }
}

/** An event as an inbox shows it. */
export function presentEvent({ id, type, name, body, page, at }: TrackedEvent): EventView {
  const told = body.properties ?? body.traits
  const properties = told && typeof told === 'object' ? (told as Record<string, unknown>) : {}
  return { id, type, name, properties, ...(page ? { page } : {}), ...arrivalOf(body.context), at }
}
