import { presentEvent } from '../core/events/read-events.ts'
import type { Change } from '../core/ports.ts'
import type { InboxFeed } from './inbox-feed.ts'
import type { Roster } from './roster.ts'
import type { Meter } from './watching.ts'

type Hears = { [Type in Change['type']]: (change: Extract<Change, { type: Type }>) => void }

/** Tells every connection of this relay what the bus tells the relay. */
export function createHub(
  roster: Roster,
  feed: InboxFeed,
  meter: Pick<Meter, 'countEntries'>
): (change: Change) => void {
  const hears: Hears = {
    entries({ conversation, entries }) {
      for (const { body } of entries) meter.countEntries(body.type, 1)
      for (const visitor of roster.visitorsOf.of(conversation)) visitor.entries(entries)
      // A copy: whoever counts anew leaves the set and comes back.
      if (entries.some(({ body }) => body.type === 'message' || body.type === 'seen'))
        for (const page of [...roster.elsewhereOf.of(conversation)]) page.changed()
      for (const agent of roster.agentsOf.of(conversation)) agent.entries(conversation, entries)
      feed.changed(conversation, entries)
    },
    visibility({ conversation }) {
      // A copy: whoever is reset leaves the set.
      for (const visitor of [...roster.visitorsOf.of(conversation)]) visitor.reset()
      for (const agent of [...roster.agentsOf.of(conversation)]) agent.reset(conversation)
      feed.changed(conversation)
    },
    typing({ conversation, from, name }) {
      if (from === 'agent') {
        for (const visitor of roster.visitorsOf.of(conversation)) visitor.typing(name)
      }
      for (const agent of roster.agentsOf.of(conversation)) agent.typing(conversation, from, name)
    },
    presence({ conversation, visible, page }) {
      const presence = { visible, ...(page ? { page } : {}) }
      for (const agent of roster.agentsOf.of(conversation)) agent.presence(conversation, presence)
    },
    events({ person, events }) {
      for (const agent of roster.agentsOfPerson.of(person)) {
        for (const event of events) agent.event(person, presentEvent(event))
      }
    },
    person({ people, conversations }) {
      for (const person of people) {
        // A copy: whoever is reset leaves the set.
        for (const agent of [...roster.agentsOfPerson.of(person)]) agent.personChanged(person)
      }
      for (const conversation of conversations) feed.changed(conversation)
    },
    sign() {},
    queued() {},
    errands() {}
  }
  return change => (hears[change.type] as (change: Change) => void)(change)
}
