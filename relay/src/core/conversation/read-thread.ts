import { PAGE_ENTRIES, type ThreadPage } from '@segue/sdk/protocol'
import type { Ports } from '../ports.ts'
import type { Reads } from '../reads.ts'
import { ownConversation } from './own-conversations.ts'
import { presentEntry } from './present-entry.ts'
import { conversationFor, conversationOf, type Viewer, viewOf } from './viewer.ts'

/** Which part of a thread. Without bounds: its newest entries. */
export interface ThreadRange {
  /** Needed from an agent. A visitor may name any of their own; by default it is the one they are in. */
  conversation?: string | undefined
  before?: number | undefined
  since?: number | undefined
  limit?: number | undefined
}

/** A page of a thread, as this viewer may see it. @throws {Refused} `not_found`, `unauthorized` */
export async function readThread(
  ports: Ports,
  viewer: Viewer,
  { conversation: wanted, before, since, limit = PAGE_ENTRIES }: ThreadRange
): Promise<ThreadPage> {
  const { store } = ports
  const { id, seq } = await conversationToRead(store, viewer, wanted)
  const range =
    since === undefined ? { before: before ?? Number.MAX_SAFE_INTEGER } : { after: since }
  const stored = await store.entries(id, {
    ...range,
    limit: Math.min(Math.max(limit, 1), PAGE_ENTRIES)
  })
  const view = await viewOf(ports, viewer, id)
  const entries = stored.map(entry => presentEntry(entry, view))
  const first = stored[0]?.seq ?? 1
  return {
    conversation: id,
    seq: Math.max(seq, stored.at(-1)?.seq ?? 0),
    entries,
    earlier: first > 1
  }
}

async function conversationToRead(reads: Reads, viewer: Viewer, wanted: string | undefined) {
  if (viewer.kind === 'agent') return conversationFor(reads, viewer.agent, wanted ?? '')
  if (wanted !== undefined) return ownConversation(reads, viewer.address, wanted)
  return (await conversationOf(reads, viewer.address)).conversation
}
