import type { AgentServerFrame, Entry } from '@segue/sdk/protocol'
import { PAGE_ENTRIES } from '@segue/sdk/protocol'
import { viewOf } from '../core/conversation/viewer.ts'
import type { Agent } from '../core/settings.ts'
import { type Follower, follow } from './follower.ts'
import type { Peer } from './peer.ts'
import type { Rim } from './rim.ts'

/** Tells an inbox what happens in one conversation, and keeps that the company has got what the visitor wrote. */
export function followAsAgent(
  { ports, receipts, log }: Rim,
  peer: Peer<AgentServerFrame>,
  { agent, conversation, since }: { agent: Agent; conversation: string; since: number }
): Follower {
  return follow({
    since,
    view: () => viewOf(ports, { kind: 'agent', agent }, conversation),
    read: after => ports.store.entries(conversation, { after, limit: PAGE_ENTRIES }),
    deliver(entries) {
      peer.send({ type: 'entries', conversation, entries })
      const upTo = newestQuestion(entries)
      if (upTo > 0) receipts.got('agent', conversation, upTo)
    },
    lost(error) {
      log.error('an inbox could not be caught up', error, { conversation })
      peer.close('restarting')
    }
  })
}

/** The `seq` of the newest message the visitor wrote, 0 when there is none. */
function newestQuestion(entries: readonly Entry[]): number {
  const isTheirs = (entry: Entry) => entry.type === 'message' && entry.from === 'visitor'
  return entries.findLast(isTheirs)?.seq ?? 0
}
