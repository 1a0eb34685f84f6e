import { describe, expect, it } from 'vitest'
import type { Conversation } from '../../../../relay/src/core/model.ts'
import type { Store } from '../../../../relay/src/core/store.ts'
import { conversation, message, NOW, person } from '../samples.ts'
import { type Open, useFreshStore } from './fresh-store.ts'

type Filter = Omit<Parameters<Store['conversations']>[0], 'limit'>

const addAll = (store: Store, conversations: Partial<Conversation>[]) =>
  store.transaction(async tx => {
    for (const id of new Set(conversations.map(({ person = 'ada' }) => person))) {
      await tx.addPerson(person({ id, name: id }))
    }
    for (const change of conversations) await tx.addConversation(conversation(change))
  })

/** Reads page after page to the end. */
const readAll = async (store: Store, filter: Filter, limit = 2) => {
  const ids: string[] = []
  let cursor: string | undefined
  do {
    const page = await store.conversations({ ...filter, ...(cursor && { cursor }), limit })
    expect(page.items.length).toBeLessThanOrEqual(limit)
    ids.push(...page.items.map(({ id }) => id))
    cursor = page.next
  } while (cursor)
  return ids
}

export function itListsConversations(open: Open): void {
  itPagesThroughConversations(open)
  itSearchesConversations(open)
}

function itPagesThroughConversations(open: Open): void {
  describe('the list of conversations', () => {
    const opened = useFreshStore(open)
    const sites = ['shop', 'club']

    it('puts the newest message first, across sites and states', async () => {
      const { store } = opened()
      await addAll(store, [
        { id: 'a', at: NOW },
        { id: 'b', at: NOW + 1, state: 'closed' },
        { id: 'c', at: NOW + 2, site: 'club', state: 'open' },
        { id: 'd', at: NOW + 2 },
        { id: 'elsewhere', at: NOW + 3, site: 'other' }
      ])
      expect(await readAll(store, { sites })).toEqual(['d', 'c', 'b', 'a'])
      const say = { at: NOW + 9, link: null, body: message('m1') }
      await store.transaction(tx => tx.append('a', say))
      expect(await readAll(store, { sites })).toEqual(['a', 'd', 'c', 'b'])
      expect(await readAll(store, { sites: ['club'] })).toEqual(['c'])
      expect(await readAll(store, { sites: [] })).toEqual([])
    })

    it('puts the longest wait first among those that wait', async () => {
      const { store } = opened()
      await addAll(store, [
        { id: 'a', waitingSince: NOW + 2 },
        { id: 'b', waitingSince: NOW + 1 },
        { id: 'c', waitingSince: NOW + 1, site: 'club' },
        { id: 'd', state: 'open' }
      ])
      expect(await readAll(store, { sites, state: 'waiting' })).toEqual(['b', 'c', 'a'])
    })

    it('filters by state and by agent', async () => {
      const { store } = opened()
      await addAll(store, [
        { id: 'a', state: 'open', agent: 'kim' },
        { id: 'b', state: 'open', agent: 'lou' },
        { id: 'c', state: 'closed', agent: 'kim' }
      ])
      expect(await readAll(store, { sites, state: 'open' })).toEqual(['b', 'a'])
      expect(await readAll(store, { sites, agent: 'kim' })).toEqual(['c', 'a'])
      expect(await readAll(store, { sites, agent: 'kim', state: 'closed' })).toEqual(['c'])
    })

    it('leaves out conversations in which the person never said anything', async () => {
      const { store } = opened()
      await addAll(store, [{ id: 'a', lastAt: null }, { id: 'b' }])
      expect(await readAll(store, { sites })).toEqual(['b'])
    })

    it('gives whole conversations, and no cursor on the last page', async () => {
      const { store } = opened()
      await addAll(store, [{ id: 'a' }, { id: 'b' }])
      const expected = { items: [conversation({ id: 'b' }), conversation({ id: 'a' })] }
      expect(await store.conversations({ sites, limit: 2 })).toEqual(expected)
    })

    it.each(['', 'x', 'WyJhIl0', Buffer.from('["active",1]').toString('base64url')])(
      'refuses the cursor %j',
      async cursor => {
        const reading = opened().store.conversations({ sites, cursor, limit: 1 })
        await expect(reading).rejects.toMatchObject({ code: 'invalid', path: 'cursor' })
      }
    )

    it('refuses a cursor of the waiting list in another one', async () => {
      const { store } = opened()
      await addAll(store, [{ id: 'a' }, { id: 'b' }])
      const { next = '' } = await store.conversations({ sites, state: 'waiting', limit: 1 })
      const reading = store.conversations({ sites, cursor: next, limit: 1 })
      await expect(reading).rejects.toMatchObject({ code: 'invalid', path: 'cursor' })
    })
  })
}

function itSearchesConversations(open: Open): void {
  describe('the search', () => {
    const opened = useFreshStore(open)
    const find = (search: string) => readAll(opened().store, { sites: ['shop'], search })

    it('finds words in names and messages, in any case and alphabet', async () => {
      const { store } = opened()
      await addAll(store, [
        { id: 'a', person: 'Åsa Öberg' },
        { id: 'b', person: 'bob', at: NOW + 1 }
      ])
      const body = message('m1', { text: 'Var är min VÄSKA?' })
      await store.transaction(tx => tx.append('b', { at: NOW + 1, link: null, body }))
      expect(await find('åSA ö')).toEqual(['a'])
      expect(await find('väska')).toEqual(['b'])
      expect(await find('Ö')).toEqual(['a'])
      expect(await find('nothing')).toEqual([])
    })

    it('finds what lies deep, page after page', async () => {
      const { store } = opened()
      const many = Array.from({ length: 450 }, (_, n) => ({
        id: `c${n}`,
        person: n % 150 === 0 ? 'zoe' : 'ada',
        at: NOW + n
      }))
      await addAll(store, many)
      expect(await find('zoe')).toEqual(['c300', 'c150', 'c0'])
    })

    it('takes every character for itself', async () => {
      const { store } = opened()
      await addAll(store, [
        { id: 'a', person: '100% sure_\\' },
        { id: 'b', person: '1000 sure!' }
      ])
      for (const search of ['100%', 'sure_', '_\\', '\\']) expect(await find(search)).toEqual(['a'])
      expect(await find("'; --")).toEqual([])
    })
  })
}
