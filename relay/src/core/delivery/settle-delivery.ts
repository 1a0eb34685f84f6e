import type { Outcome } from '../channel.ts'
import { commit, type Writing } from '../commit.ts'
import type { Delivery, OutboxItem } from '../model.ts'
import type { Ports } from '../ports.ts'
import { fallBack } from './fall-back.ts'
import { moveDelivery } from './move-delivery.ts'
import { retryDelay } from './retry-delay.ts'

/** A message that could not be sent for this long is told to have failed: by then it would only surprise. */
const GIVE_UP_MS = 24 * 3_600_000

/**
 * Keeps how one send ended, and decides what comes next: done, later, elsewhere, or nobody knows.
 * An unknown outcome is never sent again by itself; a status may still settle it.
 */
export function settleDelivery(ports: Ports, item: OutboxItem, outcome: Outcome): Promise<void> {
  return commit(ports, async writing => {
    const delivery = await writing.tx.delivery(item.delivery)
    if (!delivery) return writing.tx.settle(item.id)
    switch (outcome.kind) {
      case 'accepted': {
        const { providerId } = outcome
        await moveDelivery(ports, writing, { delivery, status: 'sent', providerId })
        return writing.tx.settle(item.id)
      }
      case 'unknown': {
        const { reason } = outcome
        await moveDelivery(ports, writing, { delivery, status: 'unknown', reason })
        return writing.tx.settle(item.id)
      }
      case 'limited':
      case 'unreachable':
        return later(ports, writing, { item, delivery, outcome })
      case 'refused':
        // A broken account is mended by an operator: until then its messages wait rather than fail.
        if (outcome.why === 'account') return later(ports, writing, { item, delivery, outcome })
        return failed(ports, writing, { item, delivery, outcome })
    }
  })
}

type Failure = {
  item: OutboxItem
  delivery: Delivery
  outcome: Exclude<Outcome, { kind: 'accepted' | 'unknown' }>
}

async function later(ports: Ports, writing: Writing, failure: Failure): Promise<void> {
  const { item, delivery, outcome } = failure
  if (ports.now() - delivery.at > GIVE_UP_MS) return failed(ports, writing, failure)
  const retryAfterMs = outcome.kind === 'limited' ? outcome.retryAfterMs : undefined
  const [byte = 0] = ports.random.bytes(1)
  const wait = retryDelay(item.attempts + 1, {
    random: () => byte / 256,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs })
  })
  await writing.tx.postpone(item.id, ports.now() + wait, item.attempts + 1)
  writing.tell({ type: 'queued' })
}

async function failed(
  ports: Ports,
  writing: Writing,
  { item, delivery, outcome }: Failure
): Promise<void> {
  const { reason } = outcome
  const why = outcome.kind === 'refused' ? outcome.why : 'unreachable_person'
  if (await moveDelivery(ports, writing, { delivery, status: 'failed', reason })) {
    await fallBack(ports, writing, { delivery, why })
  }
  await writing.tx.settle(item.id)
}
