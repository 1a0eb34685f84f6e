import type { Page } from '@segue/sdk/protocol'
import type { Writing } from './commit.ts'
import type { Conversation } from './model.ts'

/** Who wrote, when and where. */
interface Wrote {
  conversation: Conversation
  address: string
  at: number
  page?: Page | undefined
  /** The relay has answered by itself, so they do not wait because of it. */
  isAnswered?: boolean
}

/** The person said something: they wait now, and this is where they are. A closed conversation is open again. */
export async function personWrote(
  { tx, append }: Writing,
  { conversation, address, at, page, isAnswered = false }: Wrote
): Promise<void> {
  const { id, state, waitingSince } = conversation
  const here = { lastAddress: address, lastAt: at }
  if (isAnswered) return tx.changeConversation(id, here)
  // Lists are ordered by these: they are not touched when they say so already.
  const waits = state === 'waiting' && waitingSince !== null
  await tx.changeConversation(id, {
    ...here,
    ...(waits ? {} : { state: 'waiting', waitingSince: waitingSince ?? at }),
    ...(conversation.page || !page ? {} : { page })
  })
  if (state === 'closed') await append(id, { type: 'state', state: 'waiting' })
}
