import { describe, expect, it } from 'vitest'
import type { Link } from '../../../../relay/src/core/model.ts'
import type { Store } from '../../../../relay/src/core/store.ts'
import { addAda, conversation, link, message, NOW, person, phone } from '../samples.ts'
import { type Open, useFreshStore } from './fresh-store.ts'

export function itKeepsConversations(open: Open): void {
  describe('conversations', () => {
    const opened = useFreshStore(open)

    it('come back as they were put in', async () => {
      const { store } = opened()
      await store.transaction(addAda)
      expect(await store.conversation('talk')).toEqual(conversation())
      expect(await store.conversation('other')).toBeUndefined()
    })

    it('change in the named fields alone, and never in their seq', async () => {
      const { store } = opened()
      const change = { state: 'open', agent: 'kim', page: null, waitingSince: null } as const
      await store.transaction(async tx => {
        await addAda(tx)
        await tx.append('talk', { at: NOW, link: null, body: message('m1') })
        await tx.changeConversation('talk', change)
        await tx.changeConversation('talk', {})
      })
      expect(await store.conversation('talk')).toEqual(conversation({ ...change, seq: 1 }))
    })

    it('know whose they are, their newest message and how many of the visitor are unread', async () => {
      const { store } = opened()
      await store.transaction(addAda)
      const nothing = {
        ...{ last: undefined, unread: 0, accounts: ['sms', 'web'] },
        ...{ person: 'ada', node: null, name: 'Ada' }
      }
      expect(await digestOf(store)).toEqual(nothing)
      await store.transaction(async tx => {
        const say = (id: string, from: 'visitor' | 'agent') =>
          tx.append('talk', { at: NOW, link: null, body: message(id, { from }) })
        await say('m1', 'visitor')
        await say('m2', 'visitor')
        await say('m3', 'visitor')
        await say('m4', 'agent')
        const body = { type: 'seen', by: 'visitor', upTo: 4, status: 'read' } as const
        await tx.append('talk', { at: NOW, link: null, body })
        await tx.changeConversation('talk', { agentRead: 1 })
      })
      const last = await store.message('talk', 'm4')
      expect(await digestOf(store)).toEqual({ ...nothing, last, unread: 2 })
    })

    it('are told of by the person theirs counts as, with the best name any of them has', async () => {
      const { store } = opened()
      await store.transaction(async tx => {
        await addAda(tx)
        await tx.addPerson(person({ id: 'user', node: 'user:7', name: null, nameRank: 0 }))
        await tx.addPerson(person({ id: 'anon', root: 'user', name: 'A. L.', nameRank: 2 }))
        await tx.changePerson('ada', { root: 'user' })
      })
      const told = { person: 'user', node: 'user:7', name: 'A. L.' }
      expect(await digestOf(store)).toMatchObject(told)
      const found = await store.conversations({ sites: ['shop'], search: 'a. l.', limit: 9 })
      expect(found.items.map(({ id }) => id)).toEqual(['talk'])
    })

    it('show nothing of what was said through a link that was undone', async () => {
      const { store } = opened()
      await store.transaction(async tx => {
        await addAda(tx)
        await tx.append('talk', { at: NOW, link: null, body: message('m1') })
        await tx.append('talk', { at: NOW, link: 'ada-phone-link', body: message('m2') })
      })
      const seen = async () => {
        const { last, unread } = await digestOf(store)
        return [last?.seq, unread]
      }
      expect(await seen()).toEqual([2, 2])
      const end = (endedBy: Link['endedBy']) =>
        store.transaction(tx => tx.changeLink('ada-phone-link', { endedAt: NOW, endedBy }))
      await end('replaced')
      expect(await seen()).toEqual([2, 2])
      await end('agent')
      expect(await seen()).toEqual([1, 1])
    })

    it('are found by their people, newest activity first, once something was said', async () => {
      const { store } = opened()
      await store.transaction(async tx => {
        await addAda(tx)
        await tx.addPerson(person({ id: 'bob' }))
        await tx.addConversation(conversation({ id: 'later', person: 'bob', lastAt: NOW + 5 }))
        await tx.addConversation(conversation({ id: 'silent', person: 'bob', lastAt: null }))
      })
      const of = async (people: string[], limit = 9) =>
        (await store.conversationsOf(people, limit)).map(({ id }) => id)
      expect(await of(['ada', 'bob'])).toEqual(['later', 'talk'])
      expect(await of(['ada', 'bob'], 1)).toEqual(['later'])
      expect(await of([])).toEqual([])
      await store.transaction(tx =>
        tx.addConversation(conversation({ id: 'also', person: 'bob', lastAt: NOW + 5 }))
      )
      const beyond = async (lastAt: number, id: string) =>
        (await store.conversationsOf(['ada', 'bob'], 9, { lastAt, id })).map(({ id }) => id)
      expect(await of(['ada', 'bob'])).toEqual(['later', 'also', 'talk'])
      expect(await beyond(NOW + 5, 'later')).toEqual(['also', 'talk'])
      expect(await beyond(NOW + 5, 'also')).toEqual(['talk'])
    })

    it('name each account once that takes part now, the oldest link first', async () => {
      const { store } = opened()
      await store.transaction(async tx => {
        await addAda(tx)
        const add = async (id: string, account: string, change: Partial<Link>) => {
          await tx.addAddress(phone({ id, account, names: [`phone:${id}`] }))
          await tx.addLink(link({ id: `${id}-link`, address: id, ...change }))
        }
        await add('first', 'whatsapp', { at: NOW - 1 })
        await add('another', 'sms', { at: NOW + 1 })
        await add('gone', 'second-sms', { endedAt: NOW, endedBy: 'agent' })
      })
      expect((await digestOf(store)).accounts).toEqual(['whatsapp', 'sms', 'web'])
    })

    it('count no more than a hundred unread messages', async () => {
      const { store } = opened()
      await store.transaction(async tx => {
        await addAda(tx)
        for (let n = 0; n < 120; n++) {
          await tx.append('talk', { at: NOW, link: null, body: message(`m${n}`) })
        }
      })
      expect((await digestOf(store)).unread).toBe(100)
    })
  })
}

const digestOf = async (store: Store) => store.digest((await store.conversation('talk'))!)
