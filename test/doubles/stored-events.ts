import type { Sdk } from '@segue/sdk'
import type { Batch, TrackedEvent } from '@segue/sdk/protocol'
import type { RelayPeer } from './relay-peer.ts'
import { pass, visit } from './visit.ts'

/** Every batch a relay got. */
export const batches = ({ calls }: RelayPeer): Batch[] =>
  calls.filter(({ path }) => path === 'batch').map(({ body }) => body as unknown as Batch)

/** Every event in them. */
export const stored = (peer: RelayPeer): TrackedEvent[] =>
  batches(peer).flatMap(({ batch }) => batch as TrackedEvent[])

/** What was tracked, by name. */
export const names = (peer: RelayPeer): (string | undefined)[] =>
  stored(peer).map(({ event }) => event)

/** All that waits is sent, also when another page still holds the lock, and what went beside the page is asked about. */
export async function flushed({ flush }: Pick<Sdk, 'flush'>): Promise<void> {
  const done = flush()
  await pass(200)
  await pass(6_000)
  return done
}

/** A visitor who has agreed to be followed. */
export function agree() {
  const visitor = visit({ consent: 'granted' })
  return { ...visitor, ...visitor.sdk }
}
