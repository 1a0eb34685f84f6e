import type { OutboxItem } from '../core/model.ts'
import { createDeliverer } from './deliverer.ts'
import { createNap } from './nap.ts'
import type { Outbox, OutboxOptions } from './outbox-options.ts'

/** Longest sleep, in milliseconds: work queued by another relay may come without a word. */
const IDLE_MS = 5000

/** Sleep when something is due that somebody else has, and after a failure, in milliseconds. */
const RETRY_MS = 250

/** Leases that ran out, looked at in one go. */
const SWEEP = 100

/**
 * Sends what waits in the queue: in order within a lane, side by side across lanes.
 *
 * An item whose lease ran out is never sent again, because whoever held it may have sent it:
 * its outcome is settled as unknown, and a status of the provider may still tell.
 */
export function startOutbox(options: OutboxOptions): Outbox {
  const { tell = () => {} } = options
  const nap = createNap()
  const { deliver, giveUp } = createDeliverer(options)
  const underWay = new Map<string, Promise<void>>()
  let stopping = false

  function start(item: OutboxItem, work: (item: OutboxItem) => Promise<void>): void {
    const done = work(item)
      .catch(error => tell({ type: 'error', error }))
      .finally(() => {
        underWay.delete(item.id)
        nap.wake()
      })
    underWay.set(item.id, done)
  }

  /** Starts what is due, and says how long nothing will be, in milliseconds. */
  async function startDue(): Promise<number> {
    const due = await takeDue(options, underWay)
    if (typeof due === 'number') return due
    for (const item of due.items) start(item, deliver)
    for (const item of due.lost) start(item, giveUp)
    return due.items.length + due.lost.length > 0 ? 0 : RETRY_MS
  }

  async function run(): Promise<void> {
    while (!stopping) {
      const wait = await startDue().catch(error => {
        tell({ type: 'error', error })
        return RETRY_MS
      })
      if (wait > 0 && !stopping) await nap.sleep(wait)
    }
  }

  const running = run()

  return {
    wake: nap.wake,
    async stop() {
      stopping = true
      nap.wake()
      await running
      await Promise.all(underWay.values())
    }
  }
}

/** Leases what is due and there is room for, and finds what others left behind; or the time until there may be some. */
async function takeDue(
  { ports: { store, now }, concurrency = 32, leaseMs = 60_000 }: OutboxOptions,
  underWay: ReadonlyMap<string, unknown>
): Promise<number | { items: OutboxItem[]; lost: OutboxItem[] }> {
  const room = concurrency - underWay.size
  if (room <= 0) return IDLE_MS
  const dueIn = ((await store.nextDue()) ?? Number.POSITIVE_INFINITY) - now()
  if (dueIn > 0) return Math.min(dueIn, IDLE_MS)
  return store.transaction(async tx => {
    const lost = await tx.abandoned(now(), SWEEP)
    return {
      items: await tx.claim(now(), leaseMs, room),
      lost: lost.filter(({ id }) => !underWay.has(id))
    }
  })
}
