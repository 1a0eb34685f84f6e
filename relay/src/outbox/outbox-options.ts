import type { Outcome, Reason } from '../core/channel.ts'
import type { OutboxItem } from '../core/model.ts'
import type { Ports } from '../core/ports.ts'

/** What the outbox has to tell, for logs and metrics. Nothing in it says who wrote what to whom. */
export type OutboxNotice =
  /** A send ended. `ms` is how long the network took. */
  | { type: 'sent'; account: string; outcome: Outcome['kind']; ms: number; reason?: Reason }
  /** An account was stopped: only an operator can mend it. */
  | { type: 'paused'; account: string; reason: Reason; pauseMs: number }
  /** A relay died while sending: nobody knows whether this delivery went out. */
  | { type: 'interrupted'; account: string; delivery: string }
  /** The store or the core failed. The outbox goes on. */
  | { type: 'error'; error: unknown }

export interface OutboxOptions {
  ports: Ports
  /** The core's word on what an outcome means: done, later, elsewhere, or unknown. */
  settle(ports: Ports, item: OutboxItem, outcome: Outcome): Promise<void>
  /** Sends under way at once. Default: 32 */
  concurrency?: number
  /** How long an item is ours, in milliseconds; well above what a send can take. Default: 60,000 */
  leaseMs?: number
  /** How long a broken account is left alone, in milliseconds. Default: 60,000 */
  pauseMs?: number
  tell?(notice: OutboxNotice): void
}

/** The running outbox. */
export interface Outbox {
  /** There may be work. Cheap: call it after every commit that queued something. */
  wake(): void
  /** Takes no more work and resolves when every send that is under way has ended and is on disk. */
  stop(): Promise<void>
}
