import { describe, expect, it } from 'vitest'
import type { OutboxItem } from '../../../../relay/src/core/model.ts'
import type { Store } from '../../../../relay/src/core/store.ts'
import { addAda, delivery, item, NOW } from '../samples.ts'
import { type Open, useFreshStore } from './fresh-store.ts'

const LEASE = 1000

const queue = (store: Store, items: OutboxItem[]) =>
  store.transaction(async tx => {
    if (!(await tx.person('ada'))) {
      await addAda(tx)
      await tx.addDelivery(delivery())
    }
    for (const each of items) await tx.enqueue(each)
  })

const claim = async (store: Store, now = NOW, limit = 10) =>
  (await store.transaction(tx => tx.claim(now, LEASE, limit))).map(({ id }) => id)

const abandoned = async (store: Store, now: number, limit = 10) =>
  (await store.transaction(tx => tx.abandoned(now, limit))).map(({ id }) => id)

const settle = (store: Store, id: string) => store.transaction(tx => tx.settle(id))

export function itKeepsAnOutbox(open: Open): void {
  itKeepsLanes(open)
  itKeepsLeases(open)
  itKnowsWhatWaits(open)
}

function itKeepsLanes(open: Open): void {
  describe('the outbox', () => {
    const opened = useFreshStore(open)

    it('gives the oldest item of each lane, as it was put in', async () => {
      const { store } = opened()
      const other = item('b1', { lane: 'bob', attempts: 3, account: 'whatsapp', runAt: NOW - 1 })
      await queue(store, [item('a1'), item('a2'), other, item('b2', { lane: 'bob' })])
      const items = await store.transaction(tx => tx.claim(NOW, LEASE, 10))
      expect(items).toEqual([other, item('a1')])
      expect(await claim(store)).toEqual([])
    })

    it('lets the next of a lane go when the one before is settled', async () => {
      const { store } = opened()
      await queue(store, [item('a1'), item('a2'), item('a3')])
      for (const id of ['a1', 'a2', 'a3']) {
        expect(await claim(store)).toEqual([id])
        await settle(store, id)
      }
      expect(await claim(store)).toEqual([])
    })

    it('keeps a lane waiting for its first item, whatever lies behind it', async () => {
      const { store } = opened()
      await queue(store, [item('a1', { runAt: NOW + 50 }), item('a2')])
      expect(await claim(store)).toEqual([])
      expect(await claim(store, NOW + 50)).toEqual(['a1'])
    })

    it('puts a postponed item back at the front of its lane', async () => {
      const { store } = opened()
      await queue(store, [item('a1'), item('a2')])
      await claim(store)
      await store.transaction(tx => tx.postpone('a1', NOW + 50, 1))
      expect(await claim(store)).toEqual([])
      const items = await store.transaction(tx => tx.claim(NOW + 50, LEASE, 10))
      expect(items).toEqual([item('a1', { runAt: NOW + 50, attempts: 1 })])
    })

    it('keeps the order of what comes after a settled item', async () => {
      const { store } = opened()
      await queue(store, [item('a1'), item('a2')])
      await claim(store)
      await settle(store, 'a1')
      await queue(store, [item('a0')])
      expect(await claim(store)).toEqual(['a2'])
    })

    it('gives no more than asked for, those due longest first', async () => {
      const { store } = opened()
      const lanes = [1, 2, 3].map(n => item(`l${n}`, { lane: `lane-${n}`, runAt: NOW - n }))
      await queue(store, lanes)
      expect(await claim(store, NOW, 2)).toEqual(['l3', 'l2'])
      expect(await claim(store, NOW, 2)).toEqual(['l1'])
    })
  })
}

function itKeepsLeases(open: Open): void {
  describe('the leases of the outbox', () => {
    const opened = useFreshStore(open)

    it('give an item to one of two who ask at once', async () => {
      const { store } = opened()
      await queue(store, [item('a1')])
      const claims = await Promise.all([claim(store), claim(store)])
      expect(claims.flat()).toEqual(['a1'])
    })

    it('never give an item again after they ran out, but name it as abandoned', async () => {
      const { store } = opened()
      await queue(store, [item('a1'), item('a2')])
      await claim(store)
      expect(await abandoned(store, NOW + LEASE - 1)).toEqual([])
      expect(await abandoned(store, NOW + LEASE)).toEqual(['a1'])
      expect(await claim(store, NOW + LEASE * 9)).toEqual([])
      await settle(store, 'a1')
      expect(await abandoned(store, NOW + LEASE)).toEqual([])
      expect(await claim(store)).toEqual(['a2'])
    })

    it('outlive a restart', async () => {
      const { store, reopen } = opened()
      await queue(store, [item('a1'), item('b1', { lane: 'bob' })])
      await claim(store, NOW, 1)
      const later = await reopen()
      expect(await claim(later)).toEqual(['b1'])
      expect(await abandoned(later, NOW + LEASE, 1)).toEqual(['a1'])
    })

    it('are not taken by a transaction that fails', async () => {
      const { store } = opened()
      await queue(store, [item('a1')])
      const failing = store.transaction(async tx => {
        await tx.claim(NOW, LEASE, 1)
        throw new Error('no')
      })
      await expect(failing).rejects.toThrow('no')
      expect(await claim(store)).toEqual(['a1'])
    })
  })
}

function itKnowsWhatWaits(open: Open): void {
  describe('what waits in the outbox', () => {
    const opened = useFreshStore(open)

    it('is counted', async () => {
      const { store } = opened()
      expect(await store.queued()).toBe(0)
      await queue(store, [item('a1'), item('a2')])
      await claim(store)
      expect(await store.queued()).toBe(2)
      await settle(store, 'a1')
      expect(await store.queued()).toBe(1)
    })

    it('is next due when the first item of a lane is', async () => {
      const { store } = opened()
      expect(await store.nextDue()).toBeUndefined()
      await queue(store, [item('a1', { runAt: NOW + 70 }), item('a2')])
      expect(await store.nextDue()).toBe(NOW + 70)
      await queue(store, [item('b1', { lane: 'bob', runAt: NOW + 60 })])
      expect(await store.nextDue()).toBe(NOW + 60)
    })

    it('is next due when a lease runs out', async () => {
      const { store } = opened()
      await queue(store, [item('a1'), item('a2')])
      await claim(store)
      expect(await store.nextDue()).toBe(NOW + LEASE)
      await settle(store, 'a1')
      expect(await store.nextDue()).toBe(NOW)
    })
  })
}
