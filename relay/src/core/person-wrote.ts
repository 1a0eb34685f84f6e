import type { Page } from '@segue/sdk/protocol'
import type { Writing } from './commit.ts'
import type { Conversation } from './model.ts'

/** The person said something: they wait now, and this is where they are. A closed conversation is open again. */
export async function personWrote(
  { tx, append }: Writing,
  {
    conversation,
    address,
    at,
    page
  }: { conversation: Conversation; address: string; at: number; page?: Page | undefined }
): Promise<void> {
  await tx.changeConversation(conversation.id, {
    state: 'waiting',
    waitingSince: conversation.waitingSince ?? at,
    lastAddress: address,
    lastAt: at,
    ...(conversation.page || !page ? {} : { page })
  })
  if (conversation.state === 'closed') {
    await append(conversation.id, { type: 'state', state: 'waiting' })
  }
}
