/**
 * Who is who: every rule by which what was done here and there becomes one person's. Pure.
 *
 * - A *node* is somebody as one kind of name knows them: a browser that opened the chat (`visitor:`), an anonymous id
 *   of the event calls (`anon:`), a user the site has proved (`user:`), or one that a page merely names (`claim:`).
 *   Each has what it did and said, and keeps it for ever: nothing moves from node to node.
 * - A *join* is a fact: this node is that one, since then, by this proof. It can be ended, and taken up again.
 * - The *root* of a node is whom it counts as. It follows from the joins that have not ended and from nothing else, so
 *   neither the order in which they came nor how often matters, and ending one gives each side its own history back.
 * - Proved goes before claimed, then the earliest join counts, then the smallest id. A user is nobody else: no two
 *   users ever become one, and a claim never becomes a user, whatever it is called.
 * - What is claimed for an anonymous id is claimed for the browser it is known to be of. What is *proved* for it is
 *   not: an anonymous id is no secret, so it lends nobody a proof.
 */

export type NodeKind = 'visitor' | 'anon' | 'user' | 'claim'

/** A name of somebody on one site: its kind, and the id there. */
export type Node = `${NodeKind}:${string}`

/**
 * What a join rests on: the user's token, the site's own server, a hash of the user's id, the page's word,
 * or that both came from one browser.
 */
export type JoinProof = 'token' | 'secret' | 'hash' | 'claim' | 'self'

/** What is told of who is who. */
export interface Fact {
  node: Node
  to: Node
  proof: JoinProof
  /** Since when, as far as is known. */
  at: number
}

/** A fact as it is kept, once for each pair. */
export interface Join extends Fact {
  id: string
  site: string
  endedAt: number | null
  /** The agent who ended it. */
  endedBy: string | null
}

/** Best first. */
const PROOFS: readonly JoinProof[] = ['token', 'secret', 'hash', 'claim', 'self']

/** What each kind may be joined to, best first. */
const MAY_BE: Record<NodeKind, readonly NodeKind[]> = {
  anon: ['user', 'claim', 'visitor'],
  visitor: ['user', 'claim'],
  claim: ['claim'],
  user: []
}

export const nodeOf = (kind: NodeKind, id: string): Node => `${kind}:${id}`

export const kindOf = (node: Node): NodeKind => node.slice(0, node.indexOf(':')) as NodeKind

/** The id in a node's name. */
export const idOf = (node: Node): string => node.slice(node.indexOf(':') + 1)

/** Whether a join may say this at all. */
export const mayJoin = ({ node, to }: Pick<Fact, 'node' | 'to'>): boolean =>
  node !== to && MAY_BE[kindOf(node)].includes(kindOf(to))

/** What to keep of a fact that is told again: the earliest moment and the best proof. Undefined when nothing is new. */
export function strengthen(
  known: Pick<Fact, 'at' | 'proof'>,
  told: Pick<Fact, 'at' | 'proof'>
): Partial<Pick<Fact, 'at' | 'proof'>> | undefined {
  const isEarlier = told.at < known.at
  const isBetter = PROOFS.indexOf(told.proof) < PROOFS.indexOf(known.proof)
  if (!isEarlier && !isBetter) return undefined
  return { ...(isEarlier && { at: told.at }), ...(isBetter && { proof: told.proof }) }
}

/** Two claims that are one user have one fact, whichever was named first. */
export const aliasOf = (a: string, b: string): Pick<Fact, 'node' | 'to'> => {
  const [to, node] = [nodeOf('claim', a), nodeOf('claim', b)].sort() as [Node, Node]
  return { node, to }
}

type Held = Pick<Join, 'node' | 'to' | 'at' | 'endedAt'>

/** The join that counts among those of one node. */
const first = (joins: readonly Held[]): Held | undefined =>
  joins.reduce<Held | undefined>(
    (best, join) => (best && !isBefore(join, best) ? best : join),
    undefined
  )

function isBefore(a: Held, b: Held): boolean {
  const [kindA, kindB] = [a, b].map(({ node, to }) => MAY_BE[kindOf(node)].indexOf(kindOf(to)))
  if (kindA !== kindB) return kindA! < kindB!
  return a.at === b.at ? a.to < b.to : a.at < b.at
}

const list = <Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value) => {
  const known = map.get(key)
  if (known) known.push(value)
  else map.set(key, [value])
}

/** Whom each node counts as, by these joins. A node without any counts as itself. */
export function whoIsWho(joins: Iterable<Held>): (node: Node) => Node {
  const of = new Map<Node, Held[]>()
  const into = new Map<Node, Held[]>()
  for (const join of joins) {
    if (join.endedAt !== null || !mayJoin(join)) continue
    list(of, join.node, join)
    list(into, join.to, join)
  }
  const joinsOf = (node: Node) => of.get(node) ?? []
  const browserOf = (anon: Node) =>
    first(joinsOf(anon).filter(({ to }) => kindOf(to) === 'visitor'))?.to

  /** What the pages of a browser have claimed under its anonymous ids. */
  const claimsOf = (visitor: Node): Held[] =>
    (into.get(visitor) ?? [])
      .filter(({ node }) => browserOf(node) === visitor)
      .flatMap(({ node }) => joinsOf(node).filter(({ to }) => kindOf(to) === 'claim'))
      .map(claim => ({ ...claim, node: visitor }))

  const claimRoot = (claim: Node): Node => {
    const same = new Set([claim])
    // A set is walked in the order it grows: what is added on the way is visited too.
    for (const one of same) {
      for (const { to } of joinsOf(one)) same.add(to)
      for (const { node } of into.get(one) ?? []) if (kindOf(node) === 'claim') same.add(node)
    }
    return [...same].sort()[0]!
  }

  const root = (node: Node): Node => {
    const kind = kindOf(node)
    if (kind === 'user') return node
    if (kind === 'claim') return claimRoot(node)
    const own = joinsOf(node)
    const owner = first(kind === 'visitor' ? [...own, ...claimsOf(node)] : own)
    return owner ? root(owner.to) : node
  }
  return root
}

/** What one call says of whom it is about. */
export interface Call {
  type: string
  userId?: string | undefined
  anonymousId?: string | undefined
  previousId?: string | undefined
}

/** How far the calls of one batch are believed. */
export interface Belief {
  /** The site's own server sent them. */
  trusted: boolean
  /** The user whose token, or hash, came with them. */
  proven?: { id: string; proof: 'token' | 'hash' } | undefined
  /** The browser whose token came with them. */
  visitor?: Node | undefined
  /** The one anonymous id that browser's token speaks for. Undefined: for every one in the batch. */
  visitorIs?: string | undefined
  /** Whether the site takes a user's id without proof. */
  takesClaims: boolean
}

/** Ids that programs send when they know none: joining them would make one person of thousands. */
const NOBODIES = new Set(
  'undefined null none nil nan true false 0 -1 id user userid user_id anonymous anon guest unknown test'
    .split(' ')
    .concat('', 'not_authenticated', 'distinct_id', '[object object]')
)

/** Whom a call names: a user, a claim, or nobody that counts. `unproved`: the site wants a proof, and there is none. */
export function userOf(
  { userId }: Call,
  belief: Belief
): Pick<Fact, 'to' | 'proof'> | 'unproved' | undefined {
  if (!userId) return undefined
  if (belief.trusted) return { to: nodeOf('user', userId), proof: 'secret' }
  if (belief.proven?.id === userId) {
    return { to: nodeOf('user', userId), proof: belief.proven.proof }
  }
  if (!belief.takesClaims) return 'unproved'
  const isNobody = NOBODIES.has(userId.trim().toLowerCase())
  return isNobody ? undefined : { to: nodeOf('claim', userId), proof: 'claim' }
}

/** Whose a call is, and what it tells of who is who: `identify` joins, and so does `alias`; the others only belong. */
export function readCall(
  call: Call,
  belief: Belief
): { node: Node | undefined; told: Omit<Fact, 'at'>[] } {
  const named = userOf(call, belief)
  const user = named === 'unproved' ? undefined : named
  const anon = call.anonymousId ? nodeOf('anon', call.anonymousId) : undefined
  const { visitorIs = call.anonymousId } = belief
  const visitor = visitorIs === call.anonymousId ? belief.visitor : undefined
  const told: Omit<Fact, 'at'>[] = []
  if (anon && visitor) told.push({ node: anon, to: visitor, proof: 'self' })
  if (user && isJoining(call)) {
    for (const node of [anon, visitor]) if (node) told.push({ node, ...user })
  }
  if (user?.proof === 'claim' && call.type === 'alias' && call.previousId) {
    const before = userOf({ ...call, userId: call.previousId }, belief)
    const isOther = call.previousId !== call.anonymousId && call.previousId !== call.userId
    if (before && before !== 'unproved' && before.proof === 'claim' && isOther) {
      told.push({ ...aliasOf(call.userId!, call.previousId), proof: 'claim' })
    }
  }
  return { node: user?.to ?? anon ?? visitor, told }
}

/** An alias of the anonymous id itself says what `identify` says. */
const isJoining = ({ type, previousId, anonymousId }: Call): boolean =>
  type === 'identify' ||
  (type === 'alias' && previousId !== undefined && previousId === anonymousId)
