import { describe, expect, it } from 'vitest'
import { addAda, handoff, NOW } from '../samples.ts'
import { type Open, useFreshStore } from './fresh-store.ts'

export function itKeepsHandoffs(open: Open): void {
  describe('handoffs', () => {
    const opened = useFreshStore(open)

    it('come back as they were put in, and change', async () => {
      const { store } = opened()
      await store.transaction(async tx => {
        await addAda(tx)
        await tx.addHandoff(handoff())
      })
      expect(await store.handoff('h1')).toEqual(handoff())
      const change = { status: 'opened', address: 'ada-phone' } as const
      await store.transaction(tx => tx.changeHandoff('h1', change))
      expect(await store.handoff('h1')).toEqual(handoff(change))
    })

    it('are found by a code on their account, the newest first', async () => {
      const { store } = opened()
      await store.transaction(async tx => {
        await addAda(tx)
        await tx.addHandoff(handoff({ id: 'h2', at: NOW + 1 }))
        await tx.addHandoff(handoff())
        await tx.addHandoff(handoff({ id: 'numbered', codeHash: null }))
      })
      expect((await store.handoffByCode('sms', ['none', 'hash-1']))?.id).toBe('h2')
      expect(await store.handoffByCode('whatsapp', ['hash-1'])).toBeUndefined()
      expect(await store.handoffByCode('sms', [])).toBeUndefined()
    })

    it('are found by the address that has not answered yet', async () => {
      const { store } = opened()
      const asked = handoff({ way: 'number', codeHash: null, address: 'ada-phone' })
      await store.transaction(async tx => {
        await addAda(tx)
        await tx.addHandoff(asked)
      })
      expect(await store.handoffByAddress('ada-phone')).toEqual(asked)
      expect(await store.handoffByAddress('ada-web')).toBeUndefined()
      await store.transaction(tx => tx.changeHandoff('h1', { status: 'linked' }))
      expect(await store.handoffByAddress('ada-phone')).toBeUndefined()
    })

    it('are over when their time is, unless they are done with', async () => {
      const { store } = opened()
      await store.transaction(async tx => {
        await addAda(tx)
        await tx.addHandoff(handoff({ id: 'late', expiresAt: NOW + 2 }))
        await tx.addHandoff(handoff({ id: 'soon', status: 'opened', expiresAt: NOW + 1 }))
        await tx.addHandoff(handoff({ id: 'done', status: 'linked', expiresAt: NOW }))
      })
      const expired = async (now: number, limit = 10) =>
        (await store.expiredHandoffs(now, limit)).map(({ id }) => id)
      expect(await expired(NOW)).toEqual([])
      expect(await expired(NOW + 2)).toEqual(['soon', 'late'])
      expect(await expired(NOW + 2, 1)).toEqual(['soon'])
    })
  })

  describe('return links', () => {
    const opened = useFreshStore(open)
    const way = {
      hash: 'r1',
      conversation: 'talk',
      link: 'ada-phone-link',
      expiresAt: NOW + 5
    }

    it('are good once', async () => {
      const { store } = opened()
      await store.transaction(async tx => {
        await addAda(tx)
        await tx.addReturnLink(way)
      })
      expect(await store.returnLink('r1')).toEqual(way)
      const use = (hash: string) => store.transaction(tx => tx.useReturnLink(hash))
      expect(await Promise.all([use('r1'), use('r1')])).toEqual([true, false])
      expect(await use('r2')).toBe(false)
    })
  })
}
