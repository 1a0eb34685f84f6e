import { describe, expect, it } from 'vitest'
import { addAda, event, NOW } from '../samples.ts'
import { type Open, useFreshStore } from './fresh-store.ts'

export function itKeepsEvents(open: Open): void {
  describe('events', () => {
    const opened = useFreshStore(open)

    it('are read newest first, page after page', async () => {
      const { store } = opened()
      const [a, b, c] = [event('a'), event('b', { at: NOW + 1 }), event('c', { page: null })]
      await store.transaction(async tx => {
        await addAda(tx)
        expect(await tx.addEvents([a, b, c])).toEqual([a, b, c])
      })
      const first = await store.events(['ada'], { limit: 2 })
      expect(first.items).toEqual([b, c])
      const second = await store.events(['ada'], { limit: 2, cursor: first.next! })
      expect(second).toEqual({ items: [a] })
      expect(await store.events(['bob'], { limit: 2 })).toEqual({ items: [] })
    })

    it('of several people are one list', async () => {
      const { store } = opened()
      const events = ['a', 'b', 'c', 'd', 'e'].map((id, n) =>
        event(id, { at: NOW + (n >> 1), person: n % 2 ? 'bob' : 'ada' })
      )
      await store.transaction(async tx => {
        await addAda(tx)
        await tx.addPerson({ ...(await tx.person('ada'))!, id: 'bob' })
        await tx.addEvents(events)
      })
      const seen: string[] = []
      let cursor: string | undefined
      do {
        const page = await store.events(['ada', 'bob'], { limit: 2, ...(cursor && { cursor }) })
        seen.push(...page.items.map(({ id }) => id))
        cursor = page.next
      } while (cursor)
      expect(seen).toEqual(['e', 'd', 'c', 'b', 'a'])
    })

    it('are kept once, however often and in however many batches they come', async () => {
      const { store } = opened()
      await store.transaction(addAda)
      const add = (...events: ReturnType<typeof event>[]) =>
        store.transaction(tx => tx.addEvents(events))
      const repeat = (id: string) => event(id, { messageId: 'client-a' })
      expect(await add(event('a'), repeat('a2'))).toEqual([event('a')])
      expect(await add(repeat('a3'), event('b'))).toEqual([event('b')])
      const elsewhere = event('c', { messageId: 'client-a', site: 'club' })
      expect(await add(elsewhere)).toEqual([elsewhere])
      expect(await add()).toEqual([])
    })

    it('are known by the names their clients gave them, site by site', async () => {
      const { store } = opened()
      await store.transaction(async tx => {
        await addAda(tx)
        await tx.addEvents([event('a', { messageId: 'm1' }), event('b', { messageId: 'm2' })])
      })
      expect(await store.missingEvents('shop', ['m3', 'm2', 'm4'])).toEqual(['m3', 'm4'])
      expect(await store.missingEvents('club', ['m1'])).toEqual(['m1'])
      expect(await store.missingEvents('shop', [])).toEqual([])
    })

    it('come in great numbers', async () => {
      const { store } = opened()
      await store.transaction(addAda)
      const many = Array.from({ length: 3000 }, (_, index) => event(`e${index}`))
      expect(await store.transaction(tx => tx.addEvents(many))).toHaveLength(3000)
      expect((await store.events(['ada'], { limit: 5000 })).items).toHaveLength(3000)
    })

    it("become a person's when they were nobody's", async () => {
      const { store } = opened()
      await store.transaction(async tx => {
        await addAda(tx)
        await tx.addPerson({ ...(await tx.person('ada'))!, id: 'bob' })
        await tx.addEvents([
          event('a', { person: null }),
          event('b', { person: 'bob' }),
          event('c', { person: null, anonymousId: 'anon-2' }),
          event('d', { person: null, site: 'club' })
        ])
        expect(await tx.claimEvents('shop', 'anon-1', 'ada')).toBe(1)
        expect(await tx.claimEvents('shop', 'anon-1', 'ada')).toBe(0)
      })
      const { items } = await store.events(['ada'], { limit: 9 })
      expect(items).toEqual([event('a', { person: 'ada' })])
    })

    it('are forgotten by age, oldest first, a few at a time, each site for itself', async () => {
      const { store } = opened()
      await store.transaction(async tx => {
        await addAda(tx)
        await tx.addEvents([
          event('new', { receivedAt: NOW }),
          event('old', { receivedAt: NOW - 20 }),
          event('older', { receivedAt: NOW - 30 }),
          event('oldest', { receivedAt: NOW - 40 }),
          event('elsewhere', { receivedAt: NOW - 50, site: 'club' })
        ])
      })
      const drop = () => store.transaction(tx => tx.dropEvents('shop', NOW - 10, 2))
      const left = async () =>
        (await store.events(['ada'], { limit: 9 })).items.map(({ id }) => id).sort()
      expect(await drop()).toBe(2)
      expect(await left()).toEqual(['elsewhere', 'new', 'old'])
      expect(await drop()).toBe(1)
      expect(await drop()).toBe(0)
      expect(await left()).toEqual(['elsewhere', 'new'])
    })

    it('refuse a cursor that is none', async () => {
      const reading = opened().store.events(['ada'], { cursor: 'nonsense', limit: 1 })
      await expect(reading).rejects.toMatchObject({ code: 'invalid', path: 'cursor' })
    })
  })

  describe('file records', () => {
    const opened = useFreshStore(open)
    const draft = { site: 'shop', name: 'å.png', mime: 'image/png', size: 9, owner: null, at: NOW }

    it('come back as they were put in', async () => {
      const { store } = opened()
      const file = { ...draft, id: 'f1', message: 'm1' }
      await store.transaction(tx => tx.addFile(file))
      expect(await store.file('f1')).toEqual(file)
      expect(await store.file('f2')).toBeUndefined()
    })

    it('say what a visitor has brought since', async () => {
      const { store } = opened()
      await store.transaction(async tx => {
        for (const [id, owner, at] of [
          ['f1', 'ada', NOW],
          ['f2', 'ada', NOW + 5],
          ['f3', 'ada', NOW + 6],
          ['f4', 'bo', NOW + 6]
        ] as const) {
          await tx.addFile({ ...draft, id, owner, at, message: null })
        }
      })
      expect(await store.filesBrought('ada', NOW)).toEqual({ count: 2, bytes: 18 })
      expect(await store.filesBrought('cy', NOW)).toEqual({ count: 0, bytes: 0 })
    })

    it('are orphans as long as no message has them, oldest first', async () => {
      const { store } = opened()
      await store.transaction(async tx => {
        for (const n of [3, 1, 2, 4]) {
          await tx.addFile({ ...draft, id: `f${n}`, at: NOW + n, message: null })
        }
        await tx.changeFile('f2', { message: 'm2' })
        await tx.removeFile('f4')
      })
      const ids = async (before: number, limit: number) =>
        (await store.orphanFiles(before, limit)).map(({ id }) => id)
      expect(await ids(NOW + 9, 9)).toEqual(['f1', 'f3'])
      expect(await ids(NOW + 9, 1)).toEqual(['f1'])
      expect(await ids(NOW + 3, 9)).toEqual(['f1'])
      expect(await store.file('f4')).toBeUndefined()
    })
  })
}
