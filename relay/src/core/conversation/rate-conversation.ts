import type { RatingRequest } from '@segue/sdk/protocol'
import { commit } from '../commit.ts'
import type { Ports } from '../ports.ts'
import { Refused } from '../refusal.ts'
import type { Tx } from '../store.ts'
import { conversationOf } from './viewer.ts'

/** A rating is looked for among so many of the newest entries: nothing but receipts comes after it. */
const NEAR = 20

const HOUR_MS = 3_600_000
const PER_HOUR = 20

/**
 * The visitor says how a conversation went that has ended. Saying more later, or something else, replaces it; twice is once.
 *
 * @throws {Refused} `conflict` while the conversation goes on; `too_many`
 */
export async function rateConversation(
  ports: Ports,
  address: string,
  { score, comment }: RatingRequest
): Promise<void> {
  if (!ports.allow(`rate:${address}`, PER_HOUR, HOUR_MS)) {
    throw new Refused('too_many', 'That is enough for now. Try again in an hour.')
  }
  const words = comment?.trim()
  await commit(ports, async ({ tx, append }) => {
    const { conversation } = await conversationOf(tx, address)
    if (conversation.state !== 'closed') {
      throw new Refused('conflict', 'The conversation has not ended.')
    }
    const before = await newestRating(tx, conversation)
    if (before?.score === score && before.comment === words) return
    await append(conversation.id, { type: 'rating', score, ...(words ? { comment: words } : {}) })
  })
}

async function newestRating(tx: Tx, { id, seq }: { id: string; seq: number }) {
  const entries = await tx.entries(id, { before: seq + 1, limit: NEAR })
  const bodies = entries.map(({ body }) => body)
  return bodies.findLast(body => body.type === 'rating')
}
