import { describe, expect, it } from 'vitest'
import type { Join } from '../../../../relay/src/core/identity/who-is-who.ts'
import { NOW } from '../samples.ts'
import { type Open, useFreshStore } from './fresh-store.ts'

const join = (id: string, change: Partial<Join> = {}): Join => ({
  ...{ id, site: 'shop', node: 'anon:1', to: 'user:1', proof: 'claim', at: NOW },
  ...{ endedAt: null, endedBy: null },
  ...change
})

export function itKeepsJoins(open: Open): void {
  describe('joins', () => {
    const opened = useFreshStore(open)

    it('are found by either end, ended ones too, oldest first, each on its own site', async () => {
      const { store } = opened()
      const [a, b] = [join('a'), join('b', { node: 'visitor:1', at: NOW - 1, endedAt: NOW })]
      await store.transaction(async tx => {
        for (const one of [a, b, join('c', { site: 'club' })]) await tx.addJoin(one)
      })
      expect(await store.joins('shop', { nodes: ['anon:1', 'visitor:1'] })).toEqual([b, a])
      expect(await store.joins('shop', { to: ['user:1'] })).toEqual([b, a])
      expect(await store.joins('shop', { to: ['anon:1'] })).toEqual([])
      expect(await store.joins('shop', { nodes: [] })).toEqual([])
    })

    it('are one for each pair, which ends and is taken up again', async () => {
      const { store } = opened()
      await store.transaction(tx => tx.addJoin(join('a')))
      await expect(store.transaction(tx => tx.addJoin(join('b')))).rejects.toThrow()
      const change = (fields: Partial<Join>) =>
        store.transaction(tx => tx.changeJoin('a', fields)).then(() => store.join('a'))
      const ended = { endedAt: NOW + 1, endedBy: 'kim' }
      expect(await change({ ...ended, proof: 'token' })).toEqual(
        join('a', { ...ended, proof: 'token' })
      )
      expect(await change({ endedAt: null, endedBy: null })).toEqual(join('a', { proof: 'token' }))
      expect(await store.join('b')).toBeUndefined()
    })
  })
}
