import { commit } from '../commit.ts'
import { conversationOf } from '../conversation/viewer.ts'
import type { Ports } from '../ports.ts'
import { Refused } from '../refusal.ts'
import { changeHandoff } from './change-handoff.ts'

/** The visitor followed the link. That is all we know: nobody has sent anything yet. @throws {Refused} `not_found` */
export function openHandoff(ports: Ports, address: string, id: string): Promise<void> {
  return commit(ports, async writing => {
    const { tx } = writing
    const { conversation } = await conversationOf(tx, address)
    const handoff = await tx.handoff(id)
    if (!handoff || handoff.conversation !== conversation.id) {
      throw new Refused('not_found', 'There is no such handoff.')
    }
    if (handoff.status === 'offered')
      await changeHandoff(ports, writing, { handoff, status: 'opened' })
  })
}
