import type { Writing } from '../commit.ts'
import type { Person } from '../model.ts'
import type { Ports } from '../ports.ts'
import type { Tx } from '../store.ts'
import { endTokenLinks } from './end-token-links.ts'
import { findPeople, type People } from './find-people.ts'
import { idOf, type Join, kindOf, type Node, whoIsWho } from './who-is-who.ts'

/** Nodes looked at for one change. Far more than one life has; a bound on what a flood of joins can cost. */
const MOST_NODES = 2_000
/** Conversations told of at once. Others show it when they are next looked at. */
const MOST_TOLD = 50

/**
 * After joins of these nodes have changed: writes down whom everybody around them counts as now, takes browsers out of
 * conversations they may no longer read, and tells the inboxes.
 */
export async function settleRoots(
  ports: Ports,
  writing: Writing,
  { site, changed }: { site: string; changed: Iterable<Node> }
): Promise<void> {
  const { tx, tell } = writing
  const around = await gatherAround(tx, site, changed)
  const rootOf = whoIsWho(around.joins.values())
  const nodes = [...around.nodes]
  const people = await findPeople(tx, site, [...nodes, ...nodes.map(rootOf)])
  const moved: Moved[] = []
  for (const node of nodes) {
    const person = people.get(node)
    const root = person && rootPerson(people, rootOf(node), around.nodes)
    if (!person || !root || person.root === root) continue
    await tx.changePerson(person.id, { root })
    moved.push({ person, root })
  }
  if (moved.length === 0) return
  for (const { person } of moved) await leaveUsersTalks(ports, writing, person)
  const ids = moved.map(({ person }) => person.id)
  const conversations = await tx.conversationsOf(ids, MOST_TOLD)
  tell({
    type: 'person',
    people: [...new Set(moved.flatMap(({ person, root }) => [person.root, root]))],
    conversations: conversations.map(({ id }) => id)
  })
}

interface Moved {
  person: Person
  root: string
}

/** A claim that was not looked at counts as whom it counted as before. */
function rootPerson(people: People, root: Node, looked: ReadonlySet<Node>): string | undefined {
  const person = people.get(root)
  return looked.has(root) ? person?.id : person?.root
}

/** Everybody whose root may hang on the joins of these nodes, and the joins it hangs on. */
async function gatherAround(tx: Tx, site: string, changed: Iterable<Node>) {
  const nodes = new Set(changed)
  const joins = new Map<string, Join>()
  let fresh = [...nodes]
  while (fresh.length > 0 && nodes.size < MOST_NODES) {
    const from = await tx.joins(site, { nodes: fresh })
    // A claim is looked into only when it is what changed: thousands may have made it.
    const into = await tx.joins(site, { to: fresh.filter(node => kindOf(node) !== 'user') })
    const next = new Set<Node>()
    for (const join of [...from, ...into]) joins.set(join.id, join)
    for (const { node, to } of from) if (hangsTogether(node, to)) next.add(to)
    for (const { node } of into) next.add(node)
    fresh = [...next].filter(node => !nodes.has(node))
    for (const node of fresh) nodes.add(node)
  }
  return { nodes, joins }
}

/** An anonymous id and its browser, or two claims that are one. */
const hangsTogether = (node: Node, to: Node): boolean =>
  kindOf(to) === 'visitor' || (kindOf(node) === 'claim' && kindOf(to) === 'claim')

async function leaveUsersTalks(ports: Ports, writing: Writing, person: Person): Promise<void> {
  if (!person.node || kindOf(person.node) !== 'visitor') return
  const former = await writing.tx.person(person.root)
  if (former?.node && kindOf(former.node) === 'user') {
    await endTokenLinks(ports, writing, { address: idOf(person.node), person: person.id })
  }
}
