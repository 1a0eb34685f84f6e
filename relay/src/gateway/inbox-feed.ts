import { summarize } from '../core/conversation/summarize.ts'
import type { StoredEntry } from '../core/model.ts'
import type { Ports } from '../core/ports.ts'
import { gather } from './gather.ts'
import type { Receipts } from './receipts.ts'
import type { Roster } from './roster.ts'

/** Lines of the lists made at a go. They write nothing that could share a commit, and messages must not wait for them. */
const TOGETHER = 16

/** Keeps the lists of inboxes fresh: the summary of each conversation that changed, to the agents of its site. */
export interface InboxFeed {
  changed(conversation: string, entries?: readonly StoredEntry[]): void
  stop(): Promise<void>
}

export interface InboxFeedOptions {
  ports: Ports
  roster: Roster
  receipts: Receipts
  gatherMs: number
  failed: (error: unknown) => void
}

export function createInboxFeed(options: InboxFeedOptions): InboxFeed {
  const { ports, roster, receipts, gatherMs, failed } = options
  /** The visitor's newest message that inboxes are about to be shown, by conversation. */
  const said = new Map<string, number>()

  const tell = async (id: string) => {
    const upTo = said.get(id)
    said.delete(id)
    const conversation = await ports.store.conversation(id)
    if (!conversation) return
    const agents = [...roster.agents].filter(({ agent }) => agent.sites.includes(conversation.site))
    if (agents.length === 0) return
    const frame = { type: 'summary', summary: await summarize(ports, conversation) } as const
    for (const agent of agents) agent.summary(frame)
    if (upTo) receipts.got('agent', id, upTo)
  }
  const telling = gather({ ms: gatherMs, together: TOGETHER }, tell, failed)

  return {
    changed(conversation, entries = []) {
      if (roster.agents.size === 0) return
      const newest = newestMessage(entries, 'visitor')
      if (newest) said.set(conversation, newest)
      telling.add(conversation)
    },
    stop: telling.stop
  }
}

/** The `seq` of the newest message one side has written, 0 when there is none. */
export function newestMessage(entries: readonly StoredEntry[], from: 'visitor' | 'agent'): number {
  const isTheirs = ({ body }: StoredEntry) => body.type === 'message' && body.from === from
  return entries.findLast(isTheirs)?.seq ?? 0
}
