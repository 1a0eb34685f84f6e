import type { Writing } from '../commit.ts'
import type { Ports } from '../ports.ts'
import { findPeople, makePeople } from './find-people.ts'
import { settleRoots } from './settle-roots.ts'
import { type Fact, type Join, kindOf, mayJoin, type Node, strengthen } from './who-is-who.ts'

/** Anonymous ids one browser may have, and browsers one anonymous id: more is nobody's life, and would make work without end. */
const MOST_OF_BROWSER = 50

/**
 * Keeps what was told of who is who, and lets everybody count as whom they are. True when that changed something.
 * What an agent has undone stays undone, however often it is told.
 */
export async function joinPeople(
  ports: Ports,
  writing: Writing,
  { site, told }: { site: string; told: readonly Fact[] }
): Promise<boolean> {
  const facts = gather(told.filter(mayJoin))
  if (facts.length === 0) return false
  const known = await writing.tx.joins(site, { nodes: [...new Set(facts.map(({ node }) => node))] })
  const changed = new Set<Node>()
  for (const fact of facts) {
    if (await keepFact(ports, writing, { site, fact, known })) changed.add(fact.node)
  }
  if (changed.size === 0) return false
  const nodes = facts.flatMap(({ node, to }) => [node, to])
  const people = await findPeople(writing.tx, site, nodes)
  await makePeople(ports, writing, { site, nodes, people })
  await settleRoots(ports, writing, { site, changed })
  return true
}

/** Each pair once, as it was told best. */
function gather(told: readonly Fact[]): Fact[] {
  const facts = new Map<string, Fact>()
  for (const fact of told) {
    const key = `${fact.node} ${fact.to}`
    const known = facts.get(key)
    facts.set(key, known ? { ...known, ...strengthen(known, fact) } : fact)
  }
  return [...facts.values()]
}

/** True when somebody may count as somebody else by it. */
async function keepFact(
  { random }: Ports,
  { tx }: Writing,
  { site, fact, known }: { site: string; fact: Fact; known: Join[] }
): Promise<boolean> {
  const join = known.find(({ node, to }) => node === fact.node && to === fact.to)
  if (join) {
    const change = strengthen(join, fact)
    if (change) await tx.changeJoin(join.id, change)
    return change?.at !== undefined && join.endedAt === null
  }
  if (kindOf(fact.to) === 'visitor') {
    const browsers = known.filter(({ node, to }) => node === fact.node && kindOf(to) === 'visitor')
    const others = await tx.joins(site, { to: [fact.to] })
    if (Math.max(browsers.length, others.length) >= MOST_OF_BROWSER) return false
  }
  await tx.addJoin({ ...fact, id: random.id(), site, endedAt: null, endedBy: null })
  return true
}
