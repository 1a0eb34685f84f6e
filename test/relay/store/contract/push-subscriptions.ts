import { describe, expect, it } from 'vitest'
import type { PushSubscription } from '../../../../relay/src/core/push/push.ts'
import { addAda, address, NOW } from '../samples.ts'
import { type Open, useFreshStore } from './fresh-store.ts'

const subscription = (id: string, change: Partial<PushSubscription> = {}): PushSubscription => ({
  ...{ id, site: 'shop', address: 'ada-web', endpoint: `https://push.example/${id}` },
  ...{ p256dh: 'key', auth: 'auth', at: NOW },
  ...change
})

export function itKeepsPushSubscriptions(open: Open): void {
  describe('push subscriptions', () => {
    const opened = useFreshStore(open)

    it('come back as they were put in, newest first, until they are removed', async () => {
      const { store } = opened()
      const [first, last] = [subscription('s1'), subscription('s2', { at: NOW + 1 })]
      await store.transaction(async tx => {
        await addAda(tx)
        await tx.addAddress(address({ id: 'bo-web', names: ['web:bo'] }))
        await tx.addPushSubscription(first)
        await tx.addPushSubscription(last)
        await tx.addPushSubscription(subscription('bo', { address: 'bo-web' }))
      })
      expect(await store.pushSubscriptions('ada-web')).toEqual([last, first])
      expect(await store.pushSubscription('s1')).toEqual(first)
      await store.transaction(tx => tx.removePushSubscription(first.endpoint))
      expect(await store.pushSubscriptions('ada-web')).toEqual([last])
      expect(await store.pushSubscription('s1')).toBeUndefined()
    })

    it('are one of an endpoint', async () => {
      const { store } = opened()
      const twice = store.transaction(async tx => {
        await addAda(tx)
        await tx.addPushSubscription(subscription('s1'))
        await tx.addPushSubscription({
          ...subscription('s2'),
          endpoint: subscription('s1').endpoint
        })
      })
      await expect(twice).rejects.toThrow()
    })
  })
}
