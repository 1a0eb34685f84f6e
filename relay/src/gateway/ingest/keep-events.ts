import { setImmediate } from 'node:timers/promises'
import { type EventBatch, recordEvents } from '../../core/events/record-events.ts'
import type { Ports } from '../../core/ports.ts'
import type { Site } from '../../core/settings.ts'

/** Events of one transaction: a chat message never waits for more than these. */
const AT_ONCE = 80

/** Keeps events, all of them good, a handful at a time. Says how many were new. */
export async function keepEvents(
  ports: Ports,
  site: Site,
  { events, ...about }: EventBatch
): Promise<number> {
  let stored = 0
  for (let from = 0; from < events.length; from += AT_ONCE) {
    // Messages that came meanwhile go first.
    if (from > 0) await setImmediate()
    const some = events.slice(from, from + AT_ONCE)
    stored += (await recordEvents(ports, site, { ...about, events: some })).stored
  }
  return stored
}
