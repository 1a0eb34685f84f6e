import fc from 'fast-check'
import { expect, it } from 'vitest'
import { undoJoin } from '../../../relay/src/core/identity/undo-join.ts'
import { kindOf, type Node, whoIsWho } from '../../../relay/src/core/identity/who-is-who.ts'
import { anna, openHouse } from '../../doubles/house.ts'
import { call, did, open, proven, record } from './joining.ts'

/** What happens to three anonymous ids, two browsers and a few users, one thing after the other. */
const step = fc.record({
  type: fc.constantFrom('identify' as const, 'alias' as const, 'track' as const),
  anonymousId: fc.constantFrom('a', 'b', 'c'),
  userId: fc.option(fc.constantFrom('1', '2', '3'), { nil: undefined }),
  previousId: fc.option(fc.constantFrom('1', '2', 'a'), { nil: undefined }),
  isProved: fc.boolean(),
  browser: fc.option(fc.constantFrom(0, 1), { nil: undefined }),
  at: fc.integer({ min: 1, max: 9 }),
  /** Which join an agent undoes afterwards, if any. */
  undo: fc.option(fc.nat(9), { nil: undefined, freq: 4 })
})

async function play(steps: (typeof step extends fc.Arbitrary<infer T> ? T : never)[]) {
  const house = await openHouse()
  const { ports } = house
  const browsers = [await open(house), await open(house)]
  for (const { isProved, browser, at, undo, userId, previousId, ...one } of steps) {
    const timestamp = new Date(ports.now() - 100_000 + at * 1000).toISOString()
    const named = { ...(userId && { userId }), ...(previousId && { previousId }) }
    await record(house, [call(one.type, { ...one, ...named, timestamp })], {
      ...(isProved && userId && { user: proven(userId) }),
      ...(browser !== undefined && { address: browsers[browser]!.address.id })
    })
    const joins = undo === undefined ? [] : await allJoins()
    const join = joins[(undo ?? 0) % joins.length]
    if (join) await undoJoin(ports, anna, join.id)
  }

  function allJoins() {
    const nodes: Node[] = [
      ...(['a', 'b', 'c'] as const).map((id): Node => `anon:${id}`),
      ...(['1', '2', '3', 'a'] as const).map((id): Node => `claim:${id}`),
      ...browsers.map(({ address }): Node => `visitor:${address.id}`)
    ]
    return ports.store.joins('shop', { nodes })
  }
  return { house, browsers, joins: await allJoins() }
}

it('writes down whom everybody counts as just as the rules say, step by step, and shows every event once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 10 }), async steps => {
      const { house, browsers, joins } = await play(steps)
      const { store } = house.ports
      const rootOf = whoIsWho(joins)
      const named = ['a', 'b', 'c', '1', '2', '3'].flatMap(id =>
        (['anon', 'user', 'claim'] as const).map((kind): Node => `${kind}:${id}`)
      )
      const visitors = browsers.map(({ address }): Node => `visitor:${address.id}`)
      const people = await store.peopleOf('shop', [...named, ...visitors])
      const byNode = new Map(people.map(person => [person.node!, person]))
      const shown: string[] = []
      for (const person of people) {
        expect(person.root).toBe(byNode.get(rootOf(person.node!))?.id)
        if (person.root === person.id) shown.push(...(await did(house, person.id)))
        if (kindOf(person.node!) === 'user') expect(person.root).toBe(person.id)
      }
      // What is nobody's yet is shown with nobody: calls of an anonymous id of which nothing was told.
      const isPlaced = ({ userId, anonymousId }: (typeof steps)[number]) =>
        userId !== undefined || byNode.has(`anon:${anonymousId}`)
      expect(shown).toHaveLength(steps.filter(isPlaced).length)
    }),
    { numRuns: 25 }
  )
}, 60_000)
