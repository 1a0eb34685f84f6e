import type { SummaryPage } from '@segue/sdk/protocol'
import type { Ports } from '../ports.ts'
import type { Agent } from '../settings.ts'
import { summarize } from './summarize.ts'

const PAGE = 30
const MOST = 100

/** What an agent wants listed. */
export interface ConversationFilter {
  state?: 'waiting' | 'open' | 'closed' | 'mine' | 'all' | undefined
  search?: string | undefined
  cursor?: string | undefined
  limit?: number | undefined
}

/** The conversations of an agent's sites, a page at a time. @throws {Refused} `invalid` for a cursor that is none */
export async function listConversations(
  ports: Ports,
  agent: Agent,
  { state = 'all', search, cursor, limit = PAGE }: ConversationFilter
): Promise<SummaryPage> {
  const { items, next } = await ports.store.conversations({
    sites: agent.sites,
    ...(state === 'mine' ? { agent: agent.id } : {}),
    ...(state === 'mine' || state === 'all' ? {} : { state }),
    ...(search ? { search } : {}),
    ...(cursor ? { cursor } : {}),
    limit: Math.min(Math.max(limit, 1), MOST)
  })
  return {
    items: await Promise.all(items.map(item => summarize(ports, item))),
    ...(next ? { next } : {})
  }
}
