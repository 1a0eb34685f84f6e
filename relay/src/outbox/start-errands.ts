import { setTimeout as pass } from 'node:timers/promises'
import type { Errand, ErrandOutcome } from '../core/errands/errand.ts'
import type { Ports } from '../core/ports.ts'
import { createNap } from './nap.ts'
import type { Outbox } from './outbox-options.ts'

/** What errands have to tell, for logs and metrics. Nothing in it says who gets what. */
export type ErrandNotice =
  | { type: 'done'; kind: Errand['kind']; outcome: ErrandOutcome; ms: number }
  /** The store or the core failed. The others go on. */
  | { type: 'error'; error: unknown }

export interface ErrandOptions {
  ports: Ports
  carryOut(ports: Ports, errand: Errand): Promise<ErrandOutcome>
  settle(ports: Ports, errand: Errand, outcome: ErrandOutcome): Promise<void>
  /** Under way at once. @default 8 */
  concurrency?: number
  /** How long an errand is ours, in milliseconds; well above what one can take. @default 120,000 */
  leaseMs?: number
  tell?(notice: ErrandNotice): void
}

/** Longest sleep, and the one after a failure, in milliseconds. */
const IDLE_MS = 5000
const RETRY_MS = 250

/** How often an outcome is tried to be kept before its lease is left to run out. */
const KEEP_TRIES = 4

/** What became of an errand that somebody died of. */
const interrupted = ({ begun }: Errand): ErrandOutcome => ({
  kind: begun ? 'unknown' : 'unreachable',
  reason: { code: 'interrupted', text: 'The relay stopped in the middle of it.' }
})

/**
 * Does what waits to be done, side by side and in no order. What somebody had begun and died of may have been done: it is left
 * to the core, which does no mail twice. What they had not begun is done.
 */
export function startErrands(options: ErrandOptions): Outbox {
  const { ports, carryOut, settle, concurrency = 8, leaseMs = 120_000, tell = () => {} } = options
  const { store, now } = ports
  const nap = createNap()
  const underWay = new Map<string, Promise<void>>()
  let stopping = false

  async function keep(errand: Errand, outcome: ErrandOutcome): Promise<void> {
    for (let tries = 1; tries <= KEEP_TRIES; tries++) {
      try {
        return await settle(ports, errand, outcome)
      } catch (error) {
        tell({ type: 'error', error })
        if (tries < KEEP_TRIES) await pass(RETRY_MS * tries)
      }
    }
  }

  async function run(errand: Errand): Promise<void> {
    const since = now()
    const outcome = await carryOut(ports, errand)
    tell({ type: 'done', kind: errand.kind, outcome, ms: now() - since })
    await keep(errand, outcome)
  }

  function start(errand: Errand, work: (errand: Errand) => Promise<void>): void {
    const done = work(errand)
      .catch(error => tell({ type: 'error', error }))
      .finally(() => {
        underWay.delete(errand.id)
        nap.wake()
      })
    underWay.set(errand.id, done)
  }

  /** Starts what is due, and says how long nothing will be, in milliseconds. */
  async function startDue(): Promise<number> {
    const room = concurrency - underWay.size
    if (room <= 0) return IDLE_MS
    const dueIn = ((await store.nextErrand()) ?? Number.POSITIVE_INFINITY) - now()
    if (dueIn > 0) return Math.min(dueIn, IDLE_MS)
    const { taken, lost } = await store.transaction(async tx => ({
      lost: await tx.abandonedErrands(now(), concurrency),
      taken: await tx.takeErrands(now(), leaseMs, room)
    }))
    for (const errand of taken) start(errand, run)
    for (const errand of lost) {
      if (!underWay.has(errand.id)) start(errand, lost => keep(lost, interrupted(lost)))
    }
    return taken.length > 0 ? 0 : RETRY_MS
  }

  async function loop(): Promise<void> {
    while (!stopping) {
      const wait = await startDue().catch(error => {
        tell({ type: 'error', error })
        return RETRY_MS
      })
      if (wait > 0 && !stopping) await nap.sleep(wait)
    }
  }

  const looping = loop()
  return {
    wake: nap.wake,
    async stop() {
      stopping = true
      nap.wake()
      await looping
      await Promise.all(underWay.values())
    }
  }
}
