import { describe, expect, it } from 'vitest'
import type { Outcome } from '../../../relay/src/core/channel.ts'
import { resendDelivery } from '../../../relay/src/core/delivery/resend-delivery.ts'
import { receiveFromNetwork } from '../../../relay/src/core/phone/receive-from-network.ts'
import { anna, openHouse } from '../../doubles/house.ts'
import { HOUR, linked, refusedBy, say, statusOf } from './answering.ts'

describe('a delivery', () => {
  it('moves forward only, whatever the order and number of its statuses', async () => {
    const house = await openHouse()
    const { conversation } = await linked(house, 'wa')
    await say(house, conversation)
    await house.flush(() => ({ kind: 'accepted', providerId: 'wamid.1' }))
    const account = house.ports.accounts.get('wa')!
    for (const status of ['read', 'delivered', 'sent', 'read', 'failed'] as const) {
      await receiveFromNetwork(house.ports, account, [
        { type: 'status', providerId: 'wamid.1', status, at: 0 }
      ])
    }
    const receipts = (await house.sees({ agent: anna, conversation })).slice(-2)
    expect(receipts).toEqual(['receipt whatsapp sent', 'receipt whatsapp read'])
  })

  it('goes elsewhere after a definite failure, and the thread tells', async () => {
    const house = await openHouse()
    const { conversation } = await linked(house, 'sms', 'wa')
    await say(house, conversation)
    const sent = await house.flush(n =>
      n === 1 ? refusedBy('window_closed') : { kind: 'accepted', providerId: 'SM1' }
    )
    expect(sent.map(({ account }) => account)).toEqual(['wa', 'sms'])
    expect((await house.sees({ agent: anna, conversation })).slice(-3)).toEqual([
      'receipt whatsapp failed',
      'receipt sms queued',
      'receipt sms sent'
    ])
  })

  it('goes elsewhere when the failure comes later, as a status', async () => {
    const house = await openHouse()
    const { conversation } = await linked(house, 'sms', 'wa')
    await say(house, conversation)
    await house.flush(() => ({ kind: 'accepted', providerId: 'wamid.2' }))
    const failed = { type: 'status', providerId: 'wamid.2', status: 'failed', at: 0 } as const
    await receiveFromNetwork(house.ports, house.ports.accounts.get('wa')!, [
      { ...failed, why: 'unreachable_person' },
      { ...failed, why: 'unreachable_person' }
    ])
    expect((await house.flush()).map(({ account }) => account)).toEqual(['sms'])
  })

  it('never goes elsewhere, or again, when nobody knows whether it arrived', async () => {
    const house = await openHouse()
    const { conversation } = await linked(house, 'sms', 'wa')
    await say(house, conversation)
    const sent = await house.flush(() => ({
      kind: 'unknown',
      reason: { code: 't', text: 'timeout' }
    }))
    expect(sent).toHaveLength(1)
    house.pass(48 * HOUR)
    expect(await house.flush()).toEqual([])
    expect(await statusOf(house, conversation)).toBe('receipt whatsapp unknown')
  })

  it('is settled by a status that names it, after an unknown outcome', async () => {
    const house = await openHouse()
    const { conversation } = await linked(house, 'wa')
    await say(house, conversation)
    const [item] = await house.ports.store.transaction(tx => tx.claim(house.ports.now(), 0, 1))
    await house.ports.store.transaction(tx => tx.postpone(item!.id, house.ports.now(), 0))
    await house.flush(() => ({ kind: 'unknown', reason: { code: 't', text: 'timeout' } }))
    await receiveFromNetwork(house.ports, house.ports.accounts.get('wa')!, [
      {
        type: 'status',
        providerId: 'wamid.9',
        delivery: item!.delivery,
        status: 'delivered',
        at: 0
      }
    ])
    expect(await statusOf(house, conversation)).toBe('receipt whatsapp delivered')
  })

  it('may not be moved by another account that names it', async () => {
    const house = await openHouse()
    const { conversation } = await linked(house, 'wa')
    await say(house, conversation)
    const [item] = await house.ports.store.transaction(tx => tx.claim(house.ports.now(), 0, 1))
    await receiveFromNetwork(house.ports, house.ports.accounts.get('sms')!, [
      { type: 'status', providerId: 'x', delivery: item!.delivery, status: 'read', at: 0 }
    ])
    expect(await statusOf(house, conversation)).not.toBe('receipt whatsapp read')
  })

  it('is tried again while the network is busy, and has failed after a day', async () => {
    const house = await openHouse()
    const { conversation } = await linked(house, 'wa')
    await say(house, conversation)
    const busy: Outcome = {
      kind: 'limited',
      retryAfterMs: 60_000,
      reason: { code: '429', text: 'slow' }
    }
    expect(await house.flush(() => busy)).toHaveLength(1)
    expect(await house.flush()).toHaveLength(0)
    house.pass(70_000)
    expect(await house.flush(() => busy)).toHaveLength(1)
    house.pass(25 * HOUR)
    await house.flush(() => busy)
    expect(await statusOf(house, conversation)).toBe('receipt whatsapp failed')
  })

  it('waits for an operator when the account is broken', async () => {
    const house = await openHouse()
    const { conversation } = await linked(house, 'wa')
    await say(house, conversation)
    await house.flush(() => refusedBy('account'))
    house.pass(HOUR)
    expect(await house.flush()).toHaveLength(1)
    expect(await statusOf(house, conversation)).toBe('receipt whatsapp sent')
  })

  it('is sent again once when an agent says so', async () => {
    const house = await openHouse()
    const { conversation } = await linked(house, 'wa')
    const { id } = await say(house, conversation)
    await house.flush(() => ({ kind: 'unknown', reason: { code: 't', text: 'timeout' } }))
    const [delivery] = await house.ports.store.deliveriesOf(id)
    await resendDelivery(house.ports, anna, delivery!.id)
    await expect(resendDelivery(house.ports, anna, delivery!.id)).rejects.toMatchObject({
      code: 'conflict'
    })
    expect(await house.flush()).toHaveLength(1)
  })
})
