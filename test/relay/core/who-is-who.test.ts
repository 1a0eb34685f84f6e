import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  aliasOf,
  type Fact,
  type Join,
  kindOf,
  mayJoin,
  type Node,
  nodeOf,
  strengthen,
  whoIsWho
} from '../../../relay/src/core/identity/who-is-who.ts'

const ids = ['1', '2', '3']
const nodes = (['visitor', 'anon', 'user', 'claim'] as const).flatMap(kind =>
  ids.map(id => nodeOf(kind, id))
)
const proofs = ['token', 'secret', 'hash', 'claim', 'self'] as const

/** Facts of a small world, so that they meet; some of them such as must never count. */
const fact: fc.Arbitrary<Fact> = fc.record({
  node: fc.constantFrom(...nodes),
  to: fc.constantFrom(...nodes),
  proof: fc.constantFrom(...proofs),
  at: fc.integer({ min: 0, max: 4 })
})
const facts = fc.array(fact, { maxLength: 25 })

const keyOf = ({ node, to }: Pick<Fact, 'node' | 'to'>) => `${node} ${to}`

/** Keeps facts as the store does: one for each pair. `undone` are ended. */
function keep(told: readonly Fact[], undone: ReadonlySet<string> = new Set()): Join[] {
  const kept = new Map<string, Join>()
  for (const one of told) {
    const key = keyOf(one)
    const known = kept.get(key)
    const endedAt = undone.has(key) ? 9 : null
    if (known) Object.assign(known, strengthen(known, one))
    else kept.set(key, { ...one, id: key, site: 'shop', endedAt, endedBy: null })
  }
  return [...kept.values()]
}

const rootsBy = (joins: readonly Join[]) => {
  const root = whoIsWho(joins)
  return Object.fromEntries(nodes.map(node => [node, root(node)])) as Record<Node, Node>
}

const joined = (node: Node, to: Node, at = 0): Join => ({
  ...{ id: `${node} ${to}`, site: 'shop', node, to, proof: 'claim', at },
  ...{ endedAt: null, endedBy: null }
})

describe('who is who, whatever is told', () => {
  it('does not depend on the order, nor on how often a thing is told', () => {
    const shuffled = facts.chain(told =>
      fc.tuple(
        fc.constant(told),
        fc.shuffledSubarray([...told, ...told], { minLength: told.length * 2 })
      )
    )
    fc.assert(
      fc.property(shuffled, ([told, again]) => {
        const sorted = (joins: Join[]) => joins.toSorted((a, b) => (a.id < b.id ? -1 : 1))
        expect(sorted(keep(again))).toEqual(sorted(keep(told)))
        expect(rootsBy(keep(again))).toEqual(rootsBy(keep(told)))
      })
    )
  })

  it('loses nobody: each counts as exactly one, who counts as themselves', () => {
    fc.assert(
      fc.property(facts, told => {
        const roots = rootsBy(keep(told))
        for (const root of Object.values(roots)) expect(roots[root]).toBe(root)
      })
    )
  })

  it('never makes two users one, nor a user somebody else, nor a claim a user', () => {
    fc.assert(
      fc.property(facts, told => {
        const roots = rootsBy(keep(told))
        for (const node of nodes) {
          if (kindOf(node) === 'user') expect(roots[node]).toBe(node)
          if (kindOf(node) === 'claim') expect(kindOf(roots[node]!)).toBe('claim')
        }
      })
    )
  })

  it('gives a browser to a user only by a proof of its own', () => {
    fc.assert(
      fc.property(facts, told => {
        const roots = rootsBy(keep(told))
        for (const node of nodes.filter(one => kindOf(one) === 'visitor')) {
          const isUsers = kindOf(roots[node]!) === 'user'
          const own = told.some(one => one.node === node && one.to === roots[node])
          expect(!isUsers || own).toBe(true)
        }
      })
    )
  })

  it('is as if a join had never been, once it is undone; and as before, once it is done again', () => {
    const withUndone = facts.chain(told =>
      fc.tuple(fc.constant(told), fc.subarray([...new Set(told.map(keyOf))]))
    )
    fc.assert(
      fc.property(withUndone, ([told, undone]) => {
        const gone = new Set(undone)
        const without = keep(told.filter(one => !gone.has(keyOf(one))))
        expect(rootsBy(keep(told, gone))).toEqual(rootsBy(without))
        const again = keep(told, gone).map(join => ({ ...join, endedAt: null }))
        expect(rootsBy(again)).toEqual(rootsBy(keep(told)))
      })
    )
  })
})

describe('who is who', () => {
  it('takes what is proved before what is claimed, then the earliest, then the smallest id', () => {
    const root = (...joins: Join[]) => whoIsWho(joins)('anon:1')
    expect(root(joined('anon:1', 'claim:a', 1), joined('anon:1', 'user:b', 2))).toBe('user:b')
    expect(root(joined('anon:1', 'user:b', 2), joined('anon:1', 'user:c', 1))).toBe('user:c')
    expect(root(joined('anon:1', 'user:c', 1), joined('anon:1', 'user:b', 1))).toBe('user:b')
  })

  it('keeps a claim apart from the user of the same id', () => {
    const root = whoIsWho([joined('anon:1', 'claim:42'), joined('anon:2', 'user:42')])
    expect([root('anon:1'), root('anon:2')]).toEqual(['claim:42', 'user:42'])
  })

  it('claims for a browser what its pages claimed before the chat was opened', () => {
    const before = [joined('anon:1', 'claim:42'), joined('anon:1', 'visitor:v', 5)]
    expect(whoIsWho(before)('visitor:v')).toBe('claim:42')
  })

  it('proves nothing for a browser by an anonymous id it knows', () => {
    const root = whoIsWho([joined('anon:1', 'user:42'), joined('anon:1', 'visitor:thief', 5)])
    expect([root('visitor:thief'), root('anon:1')]).toEqual(['visitor:thief', 'user:42'])
  })

  it('leaves an anonymous id with the first browser that used it', () => {
    const root = whoIsWho([
      joined('anon:1', 'visitor:late', 9),
      joined('anon:1', 'visitor:first', 1),
      joined('anon:1', 'claim:42', 3)
    ])
    expect([root('visitor:first'), root('visitor:late')]).toEqual(['claim:42', 'visitor:late'])
  })

  it('makes claims one by alias, and two again when it is undone', () => {
    const alias = { ...joined('claim:b', 'claim:a'), ...aliasOf('b', 'a') }
    const joins = [joined('anon:1', 'claim:b'), alias]
    expect(whoIsWho(joins)('anon:1')).toBe('claim:a')
    expect(whoIsWho([joins[0]!, { ...alias, endedAt: 9 }])('anon:1')).toBe('claim:b')
    expect(aliasOf('a', 'b')).toEqual(aliasOf('b', 'a'))
  })

  it('knows what may be joined to what', () => {
    expect(mayJoin({ node: 'user:1', to: 'user:2' })).toBe(false)
    expect(mayJoin({ node: 'claim:1', to: 'user:1' })).toBe(false)
    expect(mayJoin({ node: 'claim:1', to: 'claim:1' })).toBe(false)
    expect(mayJoin({ node: 'visitor:1', to: 'user:1' })).toBe(true)
  })
})
