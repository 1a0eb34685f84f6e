import { describe, expect, it } from 'vitest'
import type { Outcome } from '../../../relay/src/core/channel.ts'
import { offerHandoff } from '../../../relay/src/core/offer-handoff.ts'
import { receiveFromNetwork } from '../../../relay/src/core/receive-from-network.ts'
import { receiveFromVisitor } from '../../../relay/src/core/receive-from-visitor.ts'
import { reply } from '../../../relay/src/core/reply.ts'
import { resendDelivery } from '../../../relay/src/core/resend-delivery.ts'
import { anna, type House, openHouse, stranger } from '../../doubles/house.ts'

const PHONE = 'phone:+46700000001'
const HOUR = 3_600_000

/** A visitor whose phone has gone on, on the accounts named, in that order. */
async function linked(house: House, ...accounts: string[]) {
  const { address, conversation } = await house.visit()
  await receiveFromVisitor(house.ports, address.id, { cid: 'c1', text: 'Hi' })
  for (const account of accounts) {
    house.pass(1000)
    const { draft } = await offerHandoff(
      house.ports,
      { by: 'visitor', address: address.id },
      account
    )
    await house.text(account, PHONE, draft)
  }
  await house.flush()
  house.pass(1000)
  return { address: address.id, conversation: conversation! }
}

let cids = 0
const say = (house: House, conversation: string, more: object = {}) =>
  reply(house.ports, anna, conversation, { cid: `r${++cids}`, text: 'Hello', ...more })

const statusOf = async (house: House, conversation: string) =>
  (await house.sees({ agent: anna, conversation }))
    .filter(line => line.startsWith('receipt'))
    .at(-1)

const refusedBy = (why: 'window_closed' | 'content' | 'account' | 'opted_out'): Outcome => ({
  kind: 'refused',
  why,
  reason: { code: '1', text: 'no' }
})

describe('where a reply goes', () => {
  it('stays on the site for a visitor without a phone, open or not', async () => {
    const house = await openHouse()
    const { conversation } = await linked(house)
    expect(await say(house, conversation)).toMatchObject({ on: { account: 'web' } })
    expect(await house.flush()).toEqual([])
  })

  it('goes to the phone that was used last', async () => {
    const house = await openHouse()
    const { conversation } = await linked(house, 'sms', 'wa')
    expect(await say(house, conversation)).toMatchObject({ on: { account: 'wa' } })
    await house.text('sms', PHONE, 'Now here')
    expect(await say(house, conversation)).toMatchObject({ on: { account: 'sms' } })
  })

  it('goes to a visible widget that may see the thread, if it was looked at after the phone', async () => {
    const house = await openHouse()
    const { address, conversation } = await linked(house, 'wa')
    const watch = (since: number, visible = true) =>
      house.watch(conversation, [{ address, visible, since }])
    watch(house.ports.now())
    expect(await say(house, conversation)).toMatchObject({ on: { account: 'wa' } })

    await house.text('wa', PHONE, 'x', { button: 'mirror:yes' })
    expect(await say(house, conversation)).toMatchObject({ on: { account: 'web' } })
    house.pass(1000)
    await house.text('wa', PHONE, 'I am on my phone')
    expect(await say(house, conversation)).toMatchObject({ on: { account: 'wa' } })
    watch(house.ports.now(), false)
    expect(await say(house, conversation)).toMatchObject({ on: { account: 'wa' } })
  })

  it('goes to the phone when the visitor wrote last on a site that is closed now', async () => {
    const house = await openHouse()
    const { address, conversation } = await linked(house, 'wa')
    await receiveFromVisitor(house.ports, address, { cid: 'c2', text: 'Back here' })
    house.watch(conversation, [{ address, visible: false, since: 0 }])
    expect(await say(house, conversation)).toMatchObject({ on: { account: 'web' } })
    house.watch(conversation, [])
    expect(await say(house, conversation)).toMatchObject({ on: { account: 'wa' } })
  })

  it('goes by SMS when the window of the other has closed, and says why', async () => {
    const house = await openHouse()
    const { conversation } = await linked(house, 'sms', 'wa')
    house.pass(25 * HOUR)
    expect(await say(house, conversation)).toMatchObject({
      on: { account: 'sms' },
      because: 'window_closed'
    })
  })

  it('goes by the approved template when there is one', async () => {
    const house = await openHouse()
    const wa = house.ports.accounts.get('wa')!
    const template = { name: 'go_on', language: 'en' }
    Object.assign(wa, { template })
    const { conversation } = await linked(house, 'sms', 'wa')
    house.pass(25 * HOUR)
    expect(await say(house, conversation)).toMatchObject({
      on: { account: 'wa' },
      because: 'window_closed'
    })
    const [item] = await house.ports.store.transaction(tx => tx.claim(house.ports.now(), 1000, 1))
    expect(await house.ports.store.delivery(item!.delivery)).toMatchObject({ template })
  })

  it('waits on the site when nothing else may be written to', async () => {
    const house = await openHouse()
    const { conversation } = await linked(house, 'wa')
    house.pass(25 * HOUR)
    expect(await say(house, conversation)).toMatchObject({
      on: { account: 'web' },
      because: 'window_closed'
    })
    await expect(say(house, conversation, { to: 'wa' })).rejects.toMatchObject({
      code: 'undeliverable'
    })
  })

  it('goes where the agent says', async () => {
    const house = await openHouse()
    const { conversation } = await linked(house, 'sms', 'wa')
    expect(await say(house, conversation, { to: 'sms' })).toMatchObject({ on: { account: 'sms' } })
    await expect(say(house, conversation, { to: 'nowhere' })).rejects.toMatchObject({ path: 'to' })
  })
})

describe('a reply', () => {
  it('is one message however often it is sent, and refuses another text under the same cid', async () => {
    const house = await openHouse()
    const { conversation } = await linked(house, 'wa')
    const first = await reply(house.ports, anna, conversation, { cid: 'r', text: 'Yes' })
    expect(await reply(house.ports, anna, conversation, { cid: 'r', text: 'Yes' })).toEqual(first)
    await expect(
      reply(house.ports, anna, conversation, { cid: 'r', text: 'No' })
    ).rejects.toMatchObject({
      code: 'conflict'
    })
    expect(await house.flush()).toHaveLength(1)
  })

  it('is refused for a conversation of another site, as if it were not there', async () => {
    const house = await openHouse()
    const { conversation } = await linked(house)
    await expect(
      reply(house.ports, stranger, conversation, { cid: 'r', text: 'Hi' })
    ).rejects.toMatchObject({ code: 'not_found' })
  })

  it('becomes several texts when it is too long for one, and one when it has buttons the network lacks', async () => {
    const house = await openHouse()
    const { conversation } = await linked(house, 'sms')
    await say(house, conversation, { text: 'word '.repeat(500).trim() })
    const sent = await house.flush()
    expect(sent.map(({ text }) => text).join(' ')).toBe('word '.repeat(500).trim())
    await say(house, conversation, { text: 'Blue or red?', buttons: [{ id: 'b', title: 'Blue' }] })
    expect((await house.flush())[0]!.text).toBe('Blue or red?\nReply with: Blue')
  })
})

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

describe('opting out', () => {
  it('ends that surface, confirms it once, and leaves the other', async () => {
    const house = await openHouse()
    const { conversation } = await linked(house, 'wa', 'sms')
    await house.text('sms', PHONE, 'Stop.')
    await house.text('sms', PHONE, 'STOP')
    const sent = await house.flush()
    expect(sent.map(({ text }) => text)).toEqual([expect.stringContaining('no more messages')])
    expect(await say(house, conversation)).toMatchObject({
      on: { account: 'wa' },
      because: 'opted_out'
    })
    await expect(say(house, conversation, { to: 'sms' })).rejects.toMatchObject({
      code: 'undeliverable'
    })
    await house.text('sms', PHONE, 'START')
    expect(await say(house, conversation)).toMatchObject({ on: { account: 'sms' } })
  })

  it('is recorded in silence when the network has answered it', async () => {
    const house = await openHouse()
    await linked(house, 'sms')
    await house.text('sms', PHONE, 'STOP', { optOut: 'stop' })
    expect(await house.flush()).toEqual([])
  })

  it('is learnt from a provider that refuses', async () => {
    const house = await openHouse()
    const { conversation } = await linked(house, 'wa', 'sms')
    await say(house, conversation)
    await house.flush(n =>
      n === 1 ? refusedBy('opted_out') : { kind: 'accepted', providerId: 'w' }
    )
    await expect(say(house, conversation, { to: 'sms' })).rejects.toMatchObject({
      code: 'undeliverable'
    })
  })
})
