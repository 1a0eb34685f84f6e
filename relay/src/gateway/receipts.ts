import { markSeen } from '../core/message/mark-seen.ts'
import type { Ports } from '../core/ports.ts'
import { gather } from './gather.ts'

/** Receipts kept in one commit. */
const TOGETHER = 64

/** Keeps that a side has got messages, gathered: one entry for many messages. */
export interface Receipts {
  got(by: 'visitor' | 'agent', conversation: string, upTo: number): void
  stop(): Promise<unknown>
}

export function createReceipts(
  ports: Ports,
  { gatherMs, failed }: { gatherMs: number; failed: (error: unknown) => void }
): Receipts {
  /** What has been got and not been kept yet: conversation → seq, for each side. */
  const pending = { visitor: new Map<string, number>(), agent: new Map<string, number>() }

  const keep = (by: 'visitor' | 'agent') =>
    gather(
      { ms: gatherMs, together: TOGETHER },
      async (conversation: string) => {
        const upTo = pending[by].get(conversation)
        pending[by].delete(conversation)
        if (upTo) await markSeen(ports, { by, conversation, upTo, status: 'delivered' })
      },
      failed
    )
  const gathering = { visitor: keep('visitor'), agent: keep('agent') }

  return {
    got(by, conversation, upTo) {
      pending[by].set(conversation, Math.max(upTo, pending[by].get(conversation) ?? 0))
      gathering[by].add(conversation)
    },
    stop: () => Promise.all([gathering.visitor.stop(), gathering.agent.stop()])
  }
}
