import { commit } from '../commit.ts'
import { retryDelay } from '../delivery/retry-delay.ts'
import type { Ports } from '../ports.ts'
import type { PushOrder } from '../push/push.ts'
import type { Tx } from '../store.ts'
import { tellOfMail } from '../transcript/tell-of-mail.ts'
import type { Errand, ErrandOutcome } from './errand.ts'

/**
 * Keeps how an errand ended: it is done with, or tried again later, until its time is over.
 * A mail that nobody knows of is not tried again: somebody would get it twice. A push is: its topic and its tag make the second
 * one the first. A browser that is gone for good is forgotten.
 */
export function settleErrand(ports: Ports, errand: Errand, outcome: ErrandOutcome): Promise<void> {
  return commit(ports, async writing => {
    const { tx, tell } = writing
    const wait = waitBefore(ports, errand, outcome)
    const runAt = ports.now() + (wait ?? 0)
    const isOver = wait === undefined || runAt > errand.until
    if (isGone(errand, outcome)) await forget(tx, errand.order)
    if (errand.kind === 'transcript') {
      await tellOfMail(ports, writing, { errand, outcome, isOver })
    }
    if (isOver) return tx.endErrand(errand.id)
    await tx.postponeErrand(errand.id, runAt, errand.attempts + 1)
    tell({ type: 'errands' })
  })
}

const isGone = (
  errand: Errand,
  outcome: ErrandOutcome
): errand is Extract<Errand, { kind: 'push' }> =>
  errand.kind === 'push' && outcome.kind === 'refused' && outcome.why === 'unreachable_person'

async function forget(tx: Tx, { subscription }: PushOrder): Promise<void> {
  const gone = await tx.pushSubscription(subscription)
  if (gone) await tx.removePushSubscription(gone.endpoint)
}

/** How long to wait before it is tried again, in milliseconds; undefined when it is not. */
function waitBefore(
  { random }: Ports,
  { kind, attempts }: Errand,
  outcome: ErrandOutcome
): number | undefined {
  const isOver =
    outcome.kind === 'accepted' ||
    outcome.kind === 'over' ||
    (outcome.kind === 'unknown' && kind !== 'push') ||
    // What only an operator can mend waits for it.
    (outcome.kind === 'refused' && outcome.why !== 'account')
  if (isOver) return undefined
  const retryAfterMs = outcome.kind === 'limited' ? outcome.retryAfterMs : undefined
  const [byte = 0] = random.bytes(1)
  return retryDelay(attempts + 1, {
    random: () => byte / 256,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs })
  })
}
