import { describe, expect, it } from 'vitest'
import type { EntryBody } from '../../../../relay/src/core/model.ts'
import type { Store } from '../../../../relay/src/core/store.ts'
import { addAda, message, NOW } from '../samples.ts'
import { type Open, useFreshStore } from './fresh-store.ts'

const on = { account: 'sms', network: 'sms' }

/** One of each kind that is kept. */
const bodies: EntryBody[] = [
  message('m1', { files: [{ id: 'f', name: 'a.png', mime: 'image/png', size: 3 }], name: 'Kim' }),
  { type: 'message', id: 'm2', from: 'system', text: '', on, because: 'fallback' },
  {
    type: 'receipt',
    message: 'm1',
    delivery: 'd1',
    on,
    status: 'failed',
    reason: { code: '63016', text: 'Closed' }
  },
  { type: 'seen', by: 'agent', upTo: 2, status: 'read' },
  { type: 'handoff', id: 'h1', to: on, status: 'offered', by: 'visitor', way: 'code' },
  { type: 'link', id: 'l1', on, status: 'linked', proof: 'code', display: '+46 •••• 0001' },
  { type: 'mirror', link: 'l1', on, shown: true, by: 'phone' },
  { type: 'state', state: 'open', agent: { id: 'kim', name: 'Kim' } },
  { type: 'edit', message: 'm1', text: 'Changed' },
  { type: 'rating', score: 4, comment: 'Quick' }
]

const append = (store: Store, all: EntryBody[], link: string | null = null) =>
  store.transaction(async tx => {
    const entries = []
    for (const body of all) entries.push(await tx.append('talk', { at: NOW, link, body }))
    return entries
  })

export function itKeepsEntries(open: Open): void {
  itAppends(open)
  itReadsEntries(open)
}

function itAppends(open: Open): void {
  describe('appending', () => {
    const opened = useFreshStore(open)

    it('numbers entries from 1 and gives every kind back as it was', async () => {
      const { store } = opened()
      await store.transaction(addAda)
      const appended = await append(store, bodies, 'ada-phone-link')
      const expected = bodies.map((body, index) => ({
        conversation: 'talk',
        seq: index + 1,
        at: NOW,
        link: 'ada-phone-link',
        body
      }))
      expect(appended).toEqual(expected)
      expect(await store.entries('talk', { limit: 100 })).toEqual(expected)
      expect((await store.conversation('talk'))?.seq).toBe(bodies.length)
    })

    it('refuses a conversation that is not there', async () => {
      const { store } = opened()
      await expect(append(store, [message('m1')])).rejects.toThrow(/no conversation talk/)
    })

    it('refuses a second message with the same cid, and leaves no gap', async () => {
      const { store } = opened()
      await store.transaction(addAda)
      await append(store, [message('m1')])
      const again = append(store, [message('m2', { cid: 'cid-m1' })])
      await expect(again).rejects.toThrow(/already/)
      const [entry] = await append(store, [message('m3')])
      expect(entry?.seq).toBe(2)
    })

    it('keeps nothing of a work that swallows such a refusal', async () => {
      const { store } = opened()
      await store.transaction(addAda)
      await append(store, [message('m1')])
      const swallowing = store.transaction(async tx => {
        const body = message('m2', { cid: 'cid-m1' })
        await tx.append('talk', { at: NOW, link: null, body }).catch(() => {})
        await tx.changePerson('ada', { name: 'Changed' })
      })
      await expect(swallowing).rejects.toThrow()
      expect((await store.person('ada'))?.name).toBe('Ada')
      expect((await store.conversation('talk'))?.seq).toBe(1)
    })

    it('lets two conversations use one cid', async () => {
      const { store } = opened()
      await store.transaction(async tx => {
        await addAda(tx)
        const talk = await tx.conversation('talk')
        await tx.addConversation({ ...talk!, id: 'other' })
        await tx.append('other', { at: NOW, link: null, body: message('m1') })
      })
      await append(store, [message('m2', { cid: 'cid-m1' })])
      expect((await store.messageByCid('talk', 'cid-m1'))?.body).toMatchObject({ id: 'm2' })
      expect((await store.messageByCid('other', 'cid-m1'))?.body).toMatchObject({ id: 'm1' })
    })
  })
}

function itReadsEntries(open: Open): void {
  describe('entries', () => {
    const opened = useFreshStore(open)

    it('gives what messages say, newest first, without those that say nothing', async () => {
      const { store } = opened()
      await store.transaction(addAda)
      await append(store, [message('a'), message('b', { from: 'agent' }), ...bodies], 'l')
      await store.transaction(tx => tx.changeMessage('talk', 'm1', null))
      const said = (seq: number, id: string, from: string) => ({
        ...{ seq, at: NOW, link: 'l', from, text: `Text of ${id}` }
      })
      const all = [said(2, 'b', 'agent'), said(1, 'a', 'visitor')]
      expect(await store.saidBefore('talk', 99, 9)).toEqual(all)
      expect(await store.saidBefore('talk', 99, 1)).toEqual(all.slice(0, 1))
      expect(await store.saidBefore('talk', 2, 9)).toEqual(all.slice(1))
    })
    const seqs = async (range: { after?: number; before?: number; limit: number }) =>
      (await opened().store.entries('talk', range)).map(({ seq }) => seq)

    it('are read forwards from one and backwards from another', async () => {
      const { store } = opened()
      await store.transaction(addAda)
      await append(store, bodies)
      expect(await seqs({ limit: 3 })).toEqual([1, 2, 3])
      expect(await seqs({ after: 3, limit: 2 })).toEqual([4, 5])
      expect(await seqs({ before: 6, limit: 2 })).toEqual([4, 5])
      expect(await seqs({ after: 2, before: 5, limit: 9 })).toEqual([3, 4])
      expect(await seqs({ after: bodies.length, limit: 9 })).toEqual([])
    })

    it('say something else, or nothing, once a message has been changed', async () => {
      const { store } = opened()
      await store.transaction(addAda)
      await append(store, bodies)
      await store.transaction(tx => tx.changeMessage('talk', 'm1', { text: 'Changed' }))
      const [first] = bodies
      const edited = (await store.message('talk', 'm1'))?.body
      expect(edited).toEqual({ ...first, text: 'Changed', edited: true })
      await store.transaction(tx => tx.changeMessage('talk', 'm1', null))
      const removed = (await store.message('talk', 'm1'))?.body
      expect(removed).toMatchObject({ text: '', removed: true })
      expect(removed).not.toHaveProperty('files')
    })

    it('are found as messages by id and by cid', async () => {
      const { store } = opened()
      await store.transaction(addAda)
      const [first] = await append(store, bodies)
      expect(await store.message('talk', 'm1')).toEqual(first)
      expect(await store.messageByCid('talk', 'cid-m1')).toEqual(first)
      expect(await store.message('talk', 'h1')).toBeUndefined()
      expect(await store.message('other', 'm1')).toBeUndefined()
      expect(await store.messageByCid('talk', 'm1')).toBeUndefined()
    })
  })
}
