import type { Writing } from '../commit.ts'
import type { Ports } from '../ports.ts'
import type { Order } from './errand.ts'

/** Puts something to be done into the queue, in the same transaction as whatever it follows from. */
export async function addErrand(
  { now, random }: Pick<Ports, 'now' | 'random'>,
  { tx, tell }: Writing,
  { order, goodForMs, waitMs = 0 }: { order: Order; goodForMs: number; waitMs?: number }
): Promise<void> {
  const at = now()
  const when = { at, until: at + goodForMs, attempts: 0, runAt: at + waitMs, begun: false }
  await tx.addErrand({ id: random.id(), ...order, ...when })
  tell({ type: 'errands' })
}
