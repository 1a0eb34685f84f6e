import { describe, expect, it } from 'vitest'
import { addAda, delivery, NOW } from '../samples.ts'
import { type Open, useFreshStore } from './fresh-store.ts'

export function itKeepsDeliveries(open: Open): void {
  describe('deliveries', () => {
    const opened = useFreshStore(open)

    it('come back as they were put in, with and without a conversation', async () => {
      const { store } = opened()
      const notice = delivery({
        id: 'd2',
        conversation: null,
        message: null,
        template: { name: 'follow_up', language: 'sv' },
        insteadOf: 'd1'
      })
      await store.transaction(async tx => {
        await addAda(tx)
        await tx.addDelivery(delivery())
        await tx.addDelivery(notice)
      })
      expect(await store.delivery('d1')).toEqual(delivery())
      expect(await store.delivery('d2')).toEqual(notice)
      expect(await store.delivery('d3')).toBeUndefined()
    })

    it('change in the named fields alone', async () => {
      const { store } = opened()
      const reason = { code: '30003', text: 'Unreachable' }
      await store.transaction(async tx => {
        await addAda(tx)
        await tx.addDelivery(delivery({ conversation: null }))
        await tx.changeDelivery('d1', { status: 'failed', reason })
        await tx.changeDelivery('d1', { conversation: 'talk' })
      })
      expect(await store.delivery('d1')).toEqual(delivery({ status: 'failed', reason }))
      await store.transaction(tx => tx.changeDelivery('d1', { status: 'sent', reason: null }))
      expect(await store.delivery('d1')).toEqual(delivery({ status: 'sent' }))
    })

    it('are found by what their provider calls them, on its account', async () => {
      const { store } = opened()
      await store.transaction(async tx => {
        await addAda(tx)
        await tx.addDelivery(delivery())
        await tx.changeDelivery('d1', { providerId: 'SM1' })
      })
      expect((await store.deliveryByProvider('sms', 'SM1'))?.id).toBe('d1')
      expect(await store.deliveryByProvider('whatsapp', 'SM1')).toBeUndefined()
    })

    it('are listed by message, oldest first', async () => {
      const { store } = opened()
      await store.transaction(async tx => {
        await addAda(tx)
        await tx.addDelivery(delivery({ id: 'later', at: NOW + 1 }))
        await tx.addDelivery(delivery({ id: 'sooner' }))
        await tx.addDelivery(delivery({ id: 'other', message: 'm2' }))
      })
      expect((await store.deliveriesOf('m1')).map(({ id }) => id)).toEqual(['sooner', 'later'])
    })
  })

  describe('webhooks', () => {
    const opened = useFreshStore(open)

    it('are seen for the first time once an account', async () => {
      const { store } = opened()
      const see = (account: string, key: string) =>
        store.transaction(tx => tx.firstSight(account, key, NOW))
      expect(await see('sms', 'SM1')).toBe(true)
      expect(await see('sms', 'SM1')).toBe(false)
      expect(await see('whatsapp', 'SM1')).toBe(true)
      expect(await see('sms', 'SM2')).toBe(true)
    })

    it('are not remembered when their transaction failed', async () => {
      const { store } = opened()
      const failing = store.transaction(async tx => {
        await tx.firstSight('sms', 'SM1', NOW)
        throw new Error('no')
      })
      await expect(failing).rejects.toThrow('no')
      expect(await store.transaction(tx => tx.firstSight('sms', 'SM1', NOW))).toBe(true)
    })
  })
}
