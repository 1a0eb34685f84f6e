import type { Conversation, Link } from '../model.ts'
import type { Ports } from '../ports.ts'
import type { Reads } from '../reads.ts'
import { WEB } from '../surface.ts'
import type { Reach, Route } from './route-reply.ts'
import { routeReply } from './route-reply.ts'

/** Everywhere the person of a conversation can be reached. */
export async function reachesOf(
  { accounts }: Pick<Ports, 'accounts'>,
  reads: Reads,
  conversation: string
): Promise<Reach[]> {
  const reaches: Reach[] = []
  for (const link of await reads.links({ conversation })) {
    const mayBe = link.endedAt === null || isLeft(link)
    const address = mayBe ? await reads.address(link.address) : undefined
    if (!address || (isLeft(link) && address.account !== WEB)) continue
    reaches.push({ link, address, account: accounts.get(address.account) })
  }
  return reaches
}

/** A browser that has gone on to another conversation still finds what is said in its own. */
const isLeft = ({ proof, endedBy }: Link): boolean => proof === 'self' && endedBy === 'replaced'

/** Where the next reply in a conversation would go. Undefined when every address has left it. */
export async function nextRoute(
  ports: Ports,
  reads: Reads,
  conversation: Conversation
): Promise<Route | undefined> {
  const reaches = await reachesOf(ports, reads, conversation.id)
  if (reaches.length === 0) return undefined
  return routeReply(conversation, {
    reaches,
    watchers: ports.watchers(conversation.id),
    now: ports.now()
  })
}
