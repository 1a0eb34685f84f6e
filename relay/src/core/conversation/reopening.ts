import type { Conversation } from '../model.ts'
import type { Ports } from '../ports.ts'
import type { Reads } from '../reads.ts'

/** What ended a conversation is looked for among so many of the newest entries: little but receipts comes after it. */
const NEAR = 50

/** Whether what a visitor writes in a conversation goes on with it. Where it does not, it begins another one. */
export async function takesWords(
  { sites, now }: Pick<Ports, 'sites' | 'now'>,
  reads: Reads,
  conversation: Conversation
): Promise<boolean> {
  const { state, site } = conversation
  if (state !== 'closed') return true
  const reopenMs = sites.get(site)?.reopenMs
  if (reopenMs === undefined) return true
  return reopenMs > 0 && now() < (await endOf(reads, conversation)) + reopenMs
}

async function endOf(reads: Reads, { id, seq, lastAt, at }: Conversation): Promise<number> {
  const newest = await reads.entries(id, { before: seq + 1, limit: NEAR })
  const end = newest.findLast(({ body }) => body.type === 'state' && body.state === 'closed')
  return end?.at ?? lastAt ?? at
}
