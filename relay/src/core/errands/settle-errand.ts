import { commit } from '../commit.ts'
import { retryDelay } from '../delivery/retry-delay.ts'
import type { Ports } from '../ports.ts'
import type { Errand, ErrandOutcome } from './errand.ts'

/**
 * Keeps how an errand ended: it is done with, or tried again later, until its time is over.
 * What nobody knows of is not tried again: somebody would get it twice.
 */
export function settleErrand(ports: Ports, errand: Errand, outcome: ErrandOutcome): Promise<void> {
  return commit(ports, async ({ tx, tell }) => {
    const wait = waitBefore(ports, errand, outcome)
    const runAt = ports.now() + (wait ?? 0)
    if (wait === undefined || runAt > errand.until) return tx.endErrand(errand.id)
    await tx.postponeErrand(errand.id, runAt, errand.attempts + 1)
    tell({ type: 'errands' })
  })
}

/** How long to wait before it is tried again, in milliseconds; undefined when it is not. */
function waitBefore(
  { random }: Ports,
  { attempts }: Errand,
  outcome: ErrandOutcome
): number | undefined {
  const isOver =
    outcome.kind === 'accepted' ||
    outcome.kind === 'over' ||
    outcome.kind === 'unknown' ||
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
