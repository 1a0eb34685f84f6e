import { TrackedEvent } from '@segue/sdk/protocol'
import { Refused } from '../core/refusal.ts'
import { checkOf } from './validate.ts'

const MAX_EVENT_BYTES = 32 * 1024
/** Deeper than any event means something by, and shallow enough for whatever reads it later. */
const MAX_DEPTH = 24

export interface RefusedEvent {
  /** Its place in the batch. */
  index: number
  message: string
  path?: string
}

const checkEvent = checkOf(TrackedEvent)

/** Sorts a batch into what can be kept and what cannot, and why. An event without a `messageId` gets one. */
export function readEvents(
  batch: readonly unknown[],
  newId: () => string
): { events: TrackedEvent[]; refused: RefusedEvent[] } {
  const events: TrackedEvent[] = []
  const refused: RefusedEvent[] = []
  for (const [index, item] of batch.entries()) {
    try {
      events.push(readEvent(item, newId))
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      const { message, path } = error
      refused.push({ index, message, ...(path === undefined ? {} : { path }) })
    }
  }
  return { events, refused }
}

function readEvent(item: unknown, newId: () => string): TrackedEvent {
  if (isDeeperThan(MAX_DEPTH, item)) throw new Refused('invalid', 'The event is nested too deeply.')
  if (Buffer.byteLength(JSON.stringify(item) ?? '') > MAX_EVENT_BYTES) {
    throw new Refused('invalid', `The event is larger than ${MAX_EVENT_BYTES} bytes.`)
  }
  return checkEvent({ messageId: newId(), ...Object(item) })
}

const isDeeperThan = (levels: number, value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (levels === 0 || Object.values(value).some(child => isDeeperThan(levels - 1, child)))
