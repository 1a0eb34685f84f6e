import type { EventRoad, WaitingEvent } from './event-road.ts'
import type { IngestReply } from './protocol/ingest.ts'

/** They have not arrived, as far as is known: they are to be sent again. */
export function comeBack(road: EventRoad, events: readonly WaitingEvent[]): void {
  for (const event of events) {
    // They may be gone meanwhile: wiped, or delivered by another page.
    if (road.mine.has(event.id)) road.save(event, { isSent: false })
    else if (road.world.local.text(road.keyOf(event.id)))
      road.save(event, { isSent: false, free: 0 })
  }
}

/** The relay has told what it did with each. */
export function arrive(
  { settle }: EventRoad,
  events: readonly WaitingEvent[],
  { refused = [] }: Partial<IngestReply>
): void {
  const lost = new Map(refused.map(({ index, message }) => [events[index], message]))
  settle(events.filter(event => !lost.has(event)))
  for (const [event, message] of lost) if (event) settle([event], message)
}

/** The relay has told which of these it lacks. One that does not know such questions lacks all. */
export function hear(
  road: EventRoad,
  asked: readonly WaitingEvent[],
  { missing }: Partial<IngestReply>
): void {
  const isLost = ({ id }: WaitingEvent) => missing?.includes(id) ?? true
  road.settle(asked.filter(event => !isLost(event)))
  comeBack(road, asked.filter(isLost))
}
