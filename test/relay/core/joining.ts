import { openSession } from '../../../relay/src/core/conversation/open-session.ts'
import { readEvents } from '../../../relay/src/core/events/read-events.ts'
import { type EventBatch, recordEvents } from '../../../relay/src/core/events/record-events.ts'
import type { ProvenUser } from '../../../relay/src/core/identity/prove-visitor.ts'
import { readPerson } from '../../../relay/src/core/identity/read-person.ts'
import { receiveFromVisitor } from '../../../relay/src/core/message/receive-from-visitor.ts'
import { anna, type House } from '../../doubles/house.ts'

let calls = 0

/** One call of a page. */
export const call = (type: 'track' | 'identify' | 'alias', more: object = {}) => ({
  ...{ type, messageId: `call-${++calls}`, anonymousId: 'a1' },
  ...(type === 'track' ? { event: 'Seen' } : {}),
  ...more
})

/** Calls that came in together. */
export function record(
  house: House,
  events: EventBatch['events'],
  more: Partial<EventBatch> = {}
): Promise<{ stored: number }> {
  const site = house.ports.sites.get('shop')!
  return recordEvents(house.ports, site, { events, receivedAt: house.ports.now(), ...more })
}

/** A user the site has vouched for. */
export const proven = (id: string, more: Partial<ProvenUser> = {}): ProvenUser => ({
  ...{ id, proof: 'token', at: 1 },
  ...more
})

/** Opens a session, in a new browser or a known one. */
export const open = (
  house: House,
  more: { visitor?: string; secret?: string; user?: ProvenUser | undefined } = {}
) => openSession(house.ports, { site: house.ports.sites.get('shop')!, ...more })

let said = 0

/** The visitor of an address says something. */
export const say = (house: House, address: string, text: string) =>
  receiveFromVisitor(house.ports, address, { cid: `said-${++said}`, text })

/** The person a conversation is shown with, as an agent reads them. */
export async function personOf(house: House, conversation: string) {
  const { person } = (await house.ports.store.conversation(conversation))!
  return readPerson(house.ports, anna, person)
}

/** What an agent sees that somebody did, oldest first. */
export async function did(house: House, person: string): Promise<string[]> {
  const { items } = await readEvents(house.ports, anna, person)
  return items.map(({ name }) => name).toReversed()
}
