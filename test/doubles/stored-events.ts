import type { Batch, TrackedEvent } from '@segue/sdk/protocol'
import type { RelayPeer } from './relay-peer.ts'
import { visit } from './visit.ts'

/** Every batch a relay got. */
export const batches = ({ calls }: RelayPeer): Batch[] =>
  calls.filter(({ path }) => path === 'batch').map(({ body }) => body as unknown as Batch)

/** Every event in them. */
export const stored = (peer: RelayPeer): TrackedEvent[] =>
  batches(peer).flatMap(({ batch }) => batch as TrackedEvent[])

/** What was tracked, by name. */
export const names = (peer: RelayPeer): (string | undefined)[] =>
  stored(peer).map(({ event }) => event)

/** A visitor who has agreed to be followed. */
export function agree() {
  const visitor = visit({ consent: 'granted' })
  return { ...visitor, ...visitor.sdk }
}
