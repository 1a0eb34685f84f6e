import { setTimeout as pass } from 'node:timers/promises'
import type { Outcome } from '../core/channel.ts'
import type { OutboxItem } from '../core/model.ts'
import { createCircuit } from './circuit.ts'
import type { OutboxOptions } from './outbox-options.ts'
import { prepare, type Ready, sendItem } from './send-item.ts'
import { createSpacing } from './spacing.ts'

/** What can be done with an item that is ours. */
export interface Deliverer {
  /** Sends it, or puts it back when it is too early. */
  deliver(item: OutboxItem): Promise<void>
  /** Somebody else had it and died: nobody knows how it ended. */
  giveUp(item: OutboxItem): Promise<void>
}

/** How often an outcome is tried to be kept before its lease is left to run out. */
const KEEP_TRIES = 4
const KEEP_MS = 250

const INTERRUPTED: Outcome = {
  kind: 'unknown',
  reason: {
    code: 'interrupted',
    text: 'The relay stopped in the middle of sending: nobody can tell whether the network got it.'
  }
}

/** Handles one item at a time, and remembers of the others only what keeps accounts and lanes from being overrun. */
export function createDeliverer({
  ports,
  settle,
  pauseMs = 60_000,
  tell = () => {}
}: OutboxOptions): Deliverer {
  const { store, now } = ports
  const spacing = createSpacing(now)
  const onPause = (account: string, reason: { code: string; text: string }) =>
    tell({ type: 'paused', account, reason, pauseMs })
  const circuit = createCircuit({ now, pauseMs, onPause })

  async function send(item: OutboxItem, ready: Ready): Promise<Outcome> {
    const since = now()
    const outcome = await sendItem(ready)
    spacing.sent(item.lane)
    circuit.ended(item.account, outcome)
    const reason = outcome.kind === 'accepted' ? {} : { reason: outcome.reason }
    const { account } = item
    tell({ type: 'sent', account, outcome: outcome.kind, ms: now() - since, ...reason })
    return outcome
  }

  /** An outcome that is not kept becomes an unknown one, so a store in trouble gets a few chances. */
  async function keep(item: OutboxItem, outcome: Outcome): Promise<void> {
    for (let tries = 1; tries <= KEEP_TRIES; tries++) {
      try {
        return await settle(ports, item, outcome)
      } catch (error) {
        tell({ type: 'error', error })
        if (tries < KEEP_TRIES) await pass(KEEP_MS * tries)
      }
    }
  }

  return {
    async deliver(item) {
      const ready = await prepare(ports, item)
      if (ready === 'over') return store.transaction(tx => tx.settle(item.id))
      if ('kind' in ready) return keep(item, ready)
      const { spacingMs } = ready.account.channel.limits
      // The circuit comes last: once it has let a message go, that message goes.
      const wait = spacing.waitFor(item.lane, spacingMs) || circuit.waitFor(item.account)
      if (wait === 0) return keep(item, await send(item, ready))
      return store.transaction(tx => tx.postpone(item.id, now() + wait, item.attempts))
    },

    giveUp(item) {
      tell({ type: 'interrupted', account: item.account, delivery: item.delivery })
      return keep(item, INTERRUPTED)
    }
  }
}
