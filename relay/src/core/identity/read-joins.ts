import type { JoinView } from '@segue/sdk/protocol'
import { userIn } from '../conversation/summarize.ts'
import type { Person } from '../model.ts'
import type { Ports } from '../ports.ts'
import { idOf, type Join, kindOf, type NodeKind } from './who-is-who.ts'

/** Joins shown of one person: the newest. */
const MOST_JOINS = 100

/** By what these people are known to be one, and what an agent has taken apart. Oldest first. */
export async function readJoins(
  ports: Pick<Ports, 'store' | 'agents'>,
  members: readonly [Person, ...Person[]]
): Promise<JoinView[]> {
  const { site } = members[0]
  const nodes = members.flatMap(({ node }) => node ?? [])
  const joins = [
    ...(await ports.store.joins(site, { nodes })),
    // What was taken from them is not among them any more.
    ...(await ports.store.joins(site, { to: nodes }))
  ]
  const once = new Map(joins.map(join => [join.id, join]))
  const sorted = [...once.values()].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
  return sorted.slice(-MOST_JOINS).map(join => viewJoin(ports, join))
}

function viewJoin({ agents }: Pick<Ports, 'agents'>, join: Join): JoinView {
  const { id, node, to, proof, at, endedAt, endedBy } = join
  return {
    id,
    // A user is joined to nobody.
    kind: kindOf(node) as Exclude<NodeKind, 'user'>,
    of: idOf(node),
    ...userIn(to),
    proof,
    at,
    ...(endedAt === null ? {} : { endedAt }),
    ...(endedBy === null
      ? {}
      : { endedBy: { id: endedBy, name: agents.get(endedBy)?.name ?? endedBy } })
  }
}
