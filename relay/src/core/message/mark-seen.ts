import { commit } from '../commit.ts'
import type { Conversation } from '../model.ts'
import type { Ports } from '../ports.ts'
import { showRead } from './show-read.ts'

/** Who has seen what. */
export interface Sighting {
  by: 'visitor' | 'agent'
  conversation: string
  upTo: number
  status: 'delivered' | 'read'
}

const COLUMN = {
  visitor: { delivered: 'visitorGot', read: 'visitorRead' },
  agent: { delivered: 'agentGot', read: 'agentRead' }
} as const satisfies Record<string, Record<string, keyof Conversation>>

/** Somebody has got, or read, everything up to a `seq`. Only news is kept; what lies behind or beyond the thread is ignored. */
export function markSeen(
  ports: Ports,
  { by, conversation: id, upTo, status }: Sighting
): Promise<void> {
  return commit(ports, async writing => {
    const conversation = await writing.tx.conversation(id)
    if (!conversation) return
    const reached = Math.min(upTo, conversation.seq)
    if (reached <= conversation[COLUMN[by][status]]) return
    // Whoever has read it has got it.
    if (status === 'delivered' && reached <= conversation[COLUMN[by].read]) return
    await writing.appendAt(ports.now(), id, {
      body: { type: 'seen', by, upTo: reached, status },
      link: null,
      change: { [COLUMN[by][status]]: reached }
    })
    if (by === 'agent' && status === 'read') {
      await showRead(ports, writing, { conversation: id, upTo: reached })
    }
  })
}
