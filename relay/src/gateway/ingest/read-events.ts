import type { TrackedEvent } from '@segue/sdk/protocol'
import { userOf } from '../../core/identity/who-is-who.ts'
import { Refused } from '../../core/refusal.ts'
import { type Reading, readEvent } from './read-event.ts'

export interface RefusedEvent {
  /** Its place in the batch. */
  index: number
  message: string
  path?: string
}

/** Sorts a batch into what can be kept and what cannot, and why. An event without a `messageId` gets one. */
export function readEvents(
  batch: readonly unknown[],
  reading: Reading
): { events: TrackedEvent[]; refused: RefusedEvent[] } {
  const events: TrackedEvent[] = []
  const refused: RefusedEvent[] = []
  for (const [index, item] of batch.entries()) {
    try {
      events.push(withProof(readEvent(item, reading), reading))
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      const { message, path } = error
      refused.push({ index, message, ...(path === undefined ? {} : { path }) })
    }
  }
  return { events, refused }
}

/** Where a site asks for proof, an event in somebody's name needs it. @throws {Refused} `unauthorized` */
function withProof(event: TrackedEvent, { belief }: Reading): TrackedEvent {
  if (userOf(event, belief) !== 'unproved') return event
  throw new Refused('unauthorized', 'This site takes a user’s id only with a proof.', 'userId')
}
