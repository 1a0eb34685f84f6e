import { describe, expect, it } from 'vitest'
import { addAda, conversation, message, NOW } from '../samples.ts'
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

    it('know their newest message and how many of the visitor are unread', async () => {
      const { store } = opened()
      await store.transaction(addAda)
      expect(await store.digest('talk')).toEqual({ last: undefined, unread: 0 })
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
      const { last, unread } = await store.digest('talk')
      expect(last).toEqual(await store.message('talk', 'm4'))
      expect(unread).toBe(2)
    })
  })
}
