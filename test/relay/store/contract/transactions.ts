import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Store, Tx } from '../../../../relay/src/core/store.ts'
import { addAda, conversation, item, link, message, NOW, person } from '../samples.ts'
import { type Open, useFreshStore } from './fresh-store.ts'

export function itKeepsTransactions(open: Open): void {
  itKeepsPromises(open)
  itLeavesNoGaps(open)
}

function itKeepsPromises(open: Open): void {
  describe('a transaction', () => {
    const opened = useFreshStore(open)

    it('gives what its work gave, and rejects with what its work threw', async () => {
      const { store } = opened()
      expect(await store.transaction(async () => 7)).toBe(7)
      const wrong = new Error('wrong')
      await expect(store.transaction(() => Promise.reject(wrong))).rejects.toBe(wrong)
    })

    it('sees what it has written, while nobody else does', async () => {
      const { store } = opened()
      await store.transaction(async tx => {
        await tx.addPerson(person())
        expect(await tx.person('ada')).toEqual(person())
        expect(await store.person('ada')).toBeUndefined()
      })
      expect(await store.person('ada')).toEqual(person())
    })

    it('that throws leaves nothing, and harms none that came with it', async () => {
      const { store } = opened()
      const add = (id: string, fail: boolean) =>
        store.transaction(async tx => {
          await tx.addPerson(person({ id }))
          if (fail) throw new Error(`not ${id}`)
        })
      const ends = await Promise.allSettled([add('a', false), add('b', true), add('c', false)])
      expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
      expect(await store.person('a')).toBeDefined()
      expect(await store.person('b')).toBeUndefined()
      expect(await store.person('c')).toBeDefined()
    })

    it('may not leave anything that points nowhere', async () => {
      const { store } = opened()
      await expect(store.transaction(tx => tx.addConversation(conversation()))).rejects.toThrow()
      await store.transaction(addAda)
      const lost = link({ id: 'lost', address: 'nobody' })
      await expect(store.transaction(tx => tx.addLink(lost))).rejects.toThrow()
      await expect(store.transaction(tx => tx.enqueue(item('lost')))).rejects.toThrow()
    })

    it('is refused when it is over', async () => {
      const { store } = opened()
      let kept: Tx | undefined
      await store.transaction(async tx => {
        kept = tx
      })
      await expect(kept?.addPerson(person())).rejects.toThrow(/over/)
      expect(await store.person('ada')).toBeUndefined()
    })

    it('takes back calls that were still under way when it failed', async () => {
      const { store } = opened()
      await store.transaction(addAda)
      const append = (tx: Tx, to: string, id: string) =>
        tx.append(to, { at: NOW, link: null, body: message(id) })
      const failing = store.transaction(tx =>
        Promise.all([append(tx, 'nowhere', 'm1'), append(tx, 'talk', 'm2')])
      )
      const following = store.transaction(tx => append(tx, 'talk', 'm3'))
      await expect(failing).rejects.toThrow(/nowhere/)
      expect((await following).seq).toBe(1)
      expect(await store.entries('talk', { limit: 9 })).toEqual([await following])
    })

    it('outlives a restart', async () => {
      const { store, reopen } = opened()
      await store.transaction(addAda)
      const later = await reopen()
      expect(await later.person('ada')).toEqual(person())
    })

    it('is done before the store closes, and refused afterwards', async () => {
      const { store, reopen } = opened()
      expect(await store.ready()).toBe(true)
      const last = store.transaction(tx => tx.addPerson(person()))
      const later = await reopen()
      await last
      expect(await later.person('ada')).toEqual(person())
      expect(await store.ready()).toBe(false)
      await expect(store.transaction(async () => {})).rejects.toThrow(/closed/)
      await expect(store.person('ada')).rejects.toThrow(/closed/)
      await store.close()
    })
  })
}

interface Plan {
  conversation: string
  messages: number
  fails: boolean
}

const plans = fc.array(
  fc.record<Plan>({
    conversation: fc.constantFrom('a', 'b', 'c'),
    messages: fc.integer({ min: 1, max: 3 }),
    fails: fc.boolean()
  }),
  { minLength: 1, maxLength: 40 }
)

const follow = (store: Store, plan: Plan, index: number) =>
  store.transaction(async tx => {
    const seqs: number[] = []
    for (let n = 0; n < plan.messages; n++) {
      const body = message(`${plan.conversation}-${index}-${n}`)
      seqs.push((await tx.append(plan.conversation, { at: NOW, link: null, body })).seq)
    }
    if (plan.fails) throw new Error('as planned')
    return seqs
  })

const expectNoGaps = async (store: Store, id: string, given: number[]) => {
  const entries = await store.entries(id, { limit: 1000 })
  const numbers = entries.map((_, index) => index + 1)
  expect(entries.map(({ seq }) => seq)).toEqual(numbers)
  expect(given.toSorted((a, b) => a - b)).toEqual(numbers)
  expect((await store.conversation(id))?.seq).toBe(entries.length)
}

function itLeavesNoGaps(open: Open): void {
  it('numbers without a gap or a repeat, whoever writes at once and whoever fails', async () => {
    const property = fc.asyncProperty(plans, async planned => {
      const { store, close } = await open()
      try {
        await store.transaction(async tx => {
          await tx.addPerson(person())
          for (const id of ['a', 'b', 'c']) await tx.addConversation(conversation({ id }))
        })
        const ends = await Promise.allSettled(planned.map((plan, n) => follow(store, plan, n)))
        for (const id of ['a', 'b', 'c']) {
          const given = ends.flatMap((end, n) =>
            end.status === 'fulfilled' && planned[n]?.conversation === id ? end.value : []
          )
          await expectNoGaps(store, id, given)
        }
      } finally {
        await close()
      }
    })
    await fc.assert(property, { numRuns: 25 })
  })
}
