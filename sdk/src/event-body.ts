import type { EventQueueOptions, EventRoad } from './event-road.ts'

const utf8 = new TextEncoder()

/** Room for what is around the events of a batch, in bytes: key, time, token. */
const AROUND_BYTES = 2_000

/** Makes bodies of requests, as strings: they go as text/plain, so that there is no preflight. */
export function createEventBody({
  world,
  site,
  whose
}: EventQueueOptions): Pick<EventRoad, 'bytesOf' | 'fitting' | 'bodyOf'> {
  const bytesOf = (text: string) => utf8.encode(text).length

  return {
    bytesOf,
    fitting(events, limit) {
      let size = AROUND_BYTES
      return events.filter(({ raw }) => {
        const bytes = bytesOf(raw) + 1
        if (size + bytes > limit) return false
        size += bytes
        return true
      })
    },
    bodyOf(events, envelope) {
      const anonymousId = envelope.token && whose()
      const sentAt = new Date(world.now()).toISOString()
      const rest = { writeKey: site, sentAt, anonymousId, ...envelope }
      return `{"batch":[${events.map(({ raw }) => raw)}],${JSON.stringify(rest).slice(1)}`
    }
  }
}
