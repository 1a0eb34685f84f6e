import { describe, expect, it } from 'vitest'
import type { Errand } from '../../../../relay/src/core/errands/errand.ts'
import type { Store } from '../../../../relay/src/core/store.ts'
import { NOW } from '../samples.ts'
import { type Open, useFreshStore } from './fresh-store.ts'

const LEASE = 1000

const errand = (id: string, change: Partial<Errand> = {}): Errand =>
  ({
    ...{
      id,
      kind: 'transcript',
      at: NOW,
      until: NOW + 99_000,
      attempts: 0,
      runAt: NOW,
      begun: false
    },
    order: {
      ...{ conversation: 'talk', reader: null, upTo: 7 },
      ...{ to: 'ada@shop.example', language: 'sv', timeZone: 'Europe/Stockholm' }
    },
    ...change
  }) as Errand

const add = (store: Store, ...errands: Errand[]) =>
  store.transaction(async tx => {
    for (const each of errands) await tx.addErrand(each)
  })

const take = async (store: Store, now = NOW, limit = 10) =>
  (await store.transaction(tx => tx.takeErrands(now, LEASE, limit))).map(({ id }) => id)

const lost = async (store: Store, now: number) =>
  (await store.transaction(tx => tx.abandonedErrands(now, 10))).map(({ id }) => id)

export function itKeepsErrands(open: Open): void {
  describe('errands', () => {
    const opened = useFreshStore(open)

    it('come back as they were put in, those due longest first', async () => {
      const { store } = opened()
      const early = errand('e2', { runAt: NOW - 5, attempts: 3 })
      await add(store, errand('e1'), early, errand('later', { runAt: NOW + 1 }))
      const taken = await store.transaction(tx => tx.takeErrands(NOW, LEASE, 10))
      expect(taken).toEqual([early, errand('e1')])
    })

    it('are taken by one of two who ask at once, and no more than asked for', async () => {
      const { store } = opened()
      await add(store, errand('e1', { runAt: NOW - 1 }), errand('e2'))
      const both = await Promise.all([take(store, NOW, 1), take(store, NOW, 1)])
      expect(both.flat().sort()).toEqual(['e1', 'e2'])
      expect(await take(store)).toEqual([])
    })

    it('outlive a restart, and are never taken again once their lease ran out', async () => {
      const { store, reopen } = opened()
      await add(store, errand('e1'), errand('e2', { runAt: NOW + 5 }))
      await take(store)
      const later = await reopen()
      expect(await lost(later, NOW + LEASE - 1)).toEqual([])
      expect(await lost(later, NOW + LEASE)).toEqual(['e1'])
      expect(await take(later, NOW + LEASE)).toEqual(['e2'])
    })

    it('are taken again when they are postponed, and not when they are ended', async () => {
      const { store } = opened()
      await add(store, errand('e1'), errand('e2'))
      await take(store)
      await store.transaction(async tx => {
        await tx.endErrand('e1')
        await tx.postponeErrand('e2', NOW + 50, 1)
      })
      expect(await take(store, NOW + 49)).toEqual([])
      const taken = await store.transaction(tx => tx.takeErrands(NOW + 50, LEASE, 10))
      expect(taken).toEqual([errand('e2', { runAt: NOW + 50, attempts: 1 })])
    })

    it('know that they have begun, until they are postponed', async () => {
      const { store } = opened()
      await add(store, errand('e1'))
      await take(store)
      await store.transaction(tx => tx.beginErrand('e1'))
      const found = () => store.transaction(tx => tx.abandonedErrands(NOW + LEASE, 1))
      expect(await found()).toEqual([errand('e1', { begun: true })])
      await store.transaction(tx => tx.postponeErrand('e1', NOW, 1))
      const taken = await store.transaction(tx => tx.takeErrands(NOW, LEASE, 1))
      expect(taken).toEqual([errand('e1', { attempts: 1 })])
    })

    it('say when the next is due, or a lease runs out', async () => {
      const { store } = opened()
      expect(await store.nextErrand()).toBeUndefined()
      await add(store, errand('e1', { runAt: NOW + 70 }), errand('e2', { runAt: NOW + 3000 }))
      expect(await store.nextErrand()).toBe(NOW + 70)
      await take(store, NOW + 70)
      expect(await store.nextErrand()).toBe(NOW + 70 + LEASE)
      await store.transaction(tx => tx.endErrand('e1'))
      expect(await store.nextErrand()).toBe(NOW + 3000)
    })
  })
}
