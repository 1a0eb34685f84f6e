import type { Outcome } from '../channel.ts'
import type { PushOrder } from '../push/push.ts'
import type { TranscriptOrder } from '../transcript/transcript.ts'

/** What is to be done outside of any conversation, by its kind. */
export type Order =
  | { kind: 'transcript'; order: TranscriptOrder }
  | { kind: 'push'; order: PushOrder }

/**
 * Something to be done outside of any conversation: it is on disk until it is done, or until its time is over.
 * Unlike the outbox's items errands have no order among each other.
 */
export type Errand = Order & {
  id: string
  at: number
  /** Nobody wants it any more after this. */
  until: number
  attempts: number
  runAt: number
  /** Whether it has come so far that it may have been done: then nobody who finds it begun does it again. */
  begun: boolean
}

/** How an errand ended: as a send does, or `over` when there was nothing left to do. */
export type ErrandOutcome = Outcome | { kind: 'over' }
