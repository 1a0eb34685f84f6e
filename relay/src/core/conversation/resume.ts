import { type Entry, PAGE_ENTRIES } from '@segue/sdk/protocol'
import type { Ports } from '../ports.ts'
import { presentEntry } from './present-entry.ts'
import { conversationOf, viewOf } from './viewer.ts'

/** Where a visitor's connection goes on. */
export interface Resumption {
  conversation: string | null
  seq: number
  /** What was missed, oldest first; `reset` when it is too much, or was counted in another conversation. */
  replay: Entry[] | 'reset'
}

/**
 * Answers a visitor's hello: everything after `since`, or `reset`, never a silent gap.
 *
 * @throws {Refused} `unauthorized` when the visitor is gone
 */
export async function resume(
  ports: Ports,
  address: string,
  { conversation: counted, since }: { conversation?: string | undefined; since: number }
): Promise<Resumption> {
  const { conversation } = await conversationOf(ports.store, address)
  const { id, seq } = conversation
  const isElsewhere = counted !== undefined && counted !== id
  if (isElsewhere || since > seq || seq - since > PAGE_ENTRIES) {
    return { conversation: id, seq, replay: 'reset' }
  }
  const view = await viewOf(ports, { kind: 'visitor', address }, id)
  const missed = await ports.store.entries(id, { after: since, limit: PAGE_ENTRIES + 1 })
  const replay = missed.map(entry => presentEntry(entry, view))
  return { conversation: id, seq: replay.at(-1)?.seq ?? seq, replay }
}
