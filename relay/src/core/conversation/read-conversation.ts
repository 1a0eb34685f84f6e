import type { ConversationDetail } from '@segue/sdk/protocol'
import { nextRoute } from '../delivery/reaches.ts'
import type { Route } from '../delivery/route-reply.ts'
import type { Conversation } from '../model.ts'
import type { Ports, Watcher } from '../ports.ts'
import type { Agent } from '../settings.ts'
import { surfaceOf, WEB } from '../surface.ts'
import { readThread, type ThreadRange } from './read-thread.ts'
import { summarize } from './summarize.ts'
import { conversationFor } from './viewer.ts'

/** A conversation as an agent reads it: its line in the list, a page of its thread, and where the next reply would go. */
export async function readConversation(
  ports: Ports,
  agent: Agent,
  id: string,
  range: Omit<ThreadRange, 'conversation'> = {}
): Promise<ConversationDetail> {
  const conversation = await conversationFor(ports.store, agent, id)
  const page = await readThread(ports, { kind: 'agent', agent }, { ...range, conversation: id })
  const route = await nextRoute(ports, ports.store, conversation)
  const watchers = ports.watchers(id)
  return {
    ...(await summarize(ports, conversation)),
    seq: page.seq,
    entries: page.entries,
    earlier: page.earlier,
    next: {
      on: surfaceOf(ports, route?.reach.address.account ?? WEB),
      why: whyThere(
        route,
        watchers.some(({ visible }) => visible)
      )
    },
    ...pageNow(conversation, watchers),
    visible: watchers.some(({ visible }) => visible)
  }
}

/** The page they look at, else any they have open, else the one it began on. */
function pageNow({ page }: Conversation, watchers: Watcher[]): Pick<ConversationDetail, 'page'> {
  const newest = watchers.toSorted(
    (a, b) => Number(b.visible) - Number(a.visible) || b.since - a.since
  )[0]
  const now = newest?.page ?? page
  return now ? { page: now } : {}
}

/** Why the next reply would go there, in words for the agent. */
function whyThere(route: Route | undefined, isWatched: boolean): string {
  if (!route) return 'Nobody is left in this conversation.'
  const isWeb = route.reach.address.account === WEB
  if (!route.because) {
    if (!isWeb) return 'They used it last.'
    return isWatched ? 'They have the chat open.' : 'It waits for them on the site.'
  }
  if (isWeb && route.because === 'window_closed') {
    return 'The phone may not be written to until the person writes again. It waits for them on the site.'
  }
  return WHY[route.because]
}

const WHY = {
  window_closed: 'The network’s 24-hour window is closed.',
  opted_out: 'The person has asked for no more messages there.',
  nowhere_else: 'Nothing else can be reached.'
} as const
