import { describe, expect, it } from 'vitest'
import type { Outcome } from '../../../relay/src/core/channel.ts'
import { carryOut } from '../../../relay/src/core/errands/carry-out.ts'
import { settleErrand } from '../../../relay/src/core/errands/settle-errand.ts'
import { editMessage } from '../../../relay/src/core/message/edit-message.ts'
import { markSeen } from '../../../relay/src/core/message/mark-seen.ts'
import type { Push } from '../../../relay/src/core/push/push.ts'
import { subscribe, unsubscribe } from '../../../relay/src/core/push/subscribe.ts'
import type { Site } from '../../../relay/src/core/settings.ts'
import { anna, openHouse } from '../../doubles/house.ts'
import { HOUR, linked, say } from './answering.ts'

const told = (name: string, auth = 'auth') => ({
  endpoint: `https://push.example/${name}`,
  ...{ p256dh: 'key', auth }
})
const reason = { code: '1', text: 'no' }

async function openPushingHouse(site: Partial<Site> = {}) {
  const push = { worker: '/segue-push.js', showsText: false }
  const house = await openHouse({ push, ...site })
  const { ports } = house
  const sent: Push[] = []
  let outcome: Outcome = { kind: 'accepted', providerId: '201' }
  ports.pusher = {
    publicKey: 'key',
    knows: endpoint => endpoint.startsWith('https://push.example/'),
    async send(push) {
      sent.push(push)
      return outcome
    }
  }
  return {
    ...house,
    sent,
    ends(next: Outcome) {
      outcome = next
    },
    /** Lets the widget's time pass, and tells whoever is still to be told. */
    async run(ms = 3000) {
      house.pass(ms)
      const due = await ports.store.transaction(tx => tx.takeErrands(ports.now(), 60_000, 10))
      for (const errand of due) await settleErrand(ports, errand, await carryOut(ports, errand))
    },
    /** A visitor whose browser is to be told. */
    async begin() {
      const { address, conversation } = await house.visit()
      await subscribe(ports, address.id, told('b1'))
      return { address: address.id, conversation: conversation! }
    },
    known: async (address: string) =>
      (await ports.store.pushSubscriptions(address)).map(({ endpoint }) => endpoint.slice(21))
  }
}

const payloadOf = ({ payload }: Push) => JSON.parse(payload)

describe('a browser that asked to be told', () => {
  it('is told of a reply, and not what it says', async () => {
    const house = await openPushingHouse()
    const { conversation } = await house.begin()
    const { id } = await say(house, conversation, { text: 'Your secret' })
    await house.run(2999)
    expect(house.sent).toEqual([])
    await house.run(1)
    expect(house.sent).toHaveLength(1)
    expect(payloadOf(house.sent[0]!)).toEqual({
      ...{ id, tag: `segue-${conversation}`, title: 'Norrsken' },
      ...{ body: 'You have a new message from Norrsken', url: 'https://shop.example/mug' }
    })
    expect(house.sent[0]).toMatchObject({
      ttl: 24 * 3600 - 3,
      topic: expect.stringMatching(/^\w{32}$/)
    })
  })

  it('is told what it says where the site wants that, shortened, in plain words', async () => {
    const push = { worker: '/p.js', showsText: true }
    const house = await openPushingHouse({ push })
    const { conversation } = await house.begin()
    await say(house, conversation, { text: `*Blue* ${'👨‍👩‍👧'.repeat(200)}` })
    await house.run()
    const { body } = payloadOf(house.sent[0]!)
    expect(body.startsWith('Blue 👨‍👩‍👧')).toBe(true)
    expect(body.endsWith('👨‍👩‍👧…')).toBe(true)
    expect(Buffer.byteLength(house.sent[0]!.payload)).toBeLessThan(3500)
  })

  it('is not told of what an open widget has shown', async () => {
    const house = await openPushingHouse()
    const { address, conversation } = await house.begin()
    house.watch(conversation, [{ address, visible: true, since: 0 }])
    const { seq } = await say(house, conversation)
    const seen = { by: 'visitor', conversation, upTo: seq } as const
    await markSeen(house.ports, { ...seen, status: 'delivered' })
    await house.run()
    expect(house.sent).toEqual([])
    await say(house, conversation)
    await house.run()
    // It seemed to be open, and never got it.
    expect(house.sent).toHaveLength(1)
    house.watch(conversation, [])
    const { seq: last } = await say(house, conversation)
    await markSeen(house.ports, { ...seen, upTo: last, status: 'read' })
    await house.run()
    expect(house.sent).toHaveLength(1)
  })

  it('is told when its widget lies in the background', async () => {
    const house = await openPushingHouse()
    const { address, conversation } = await house.begin()
    house.watch(conversation, [{ address, visible: false, since: 0 }])
    const { seq } = await say(house, conversation)
    const seen = { by: 'visitor', conversation, upTo: seq, status: 'delivered' } as const
    await markSeen(house.ports, seen)
    await house.run()
    expect(house.sent).toHaveLength(1)
  })

  it('is not told of what goes to a phone', async () => {
    const house = await openPushingHouse()
    const { address, conversation } = await linked(house, 'wa')
    await subscribe(house.ports, address, told('b1'))
    await say(house, conversation)
    await house.run()
    expect(house.sent).toEqual([])
    await say(house, conversation, { to: 'web' })
    await house.run()
    expect(house.sent).toHaveLength(1)
  })

  it('is not told of what was taken back', async () => {
    const house = await openPushingHouse()
    const { conversation } = await house.begin()
    const { id } = await say(house, conversation)
    await editMessage(house.ports, anna, conversation, { message: id, remove: true })
    await house.run()
    expect(house.sent).toEqual([])
  })

  it('is forgotten when its push service says that it is gone', async () => {
    const house = await openPushingHouse()
    const { address, conversation } = await house.begin()
    house.ends({ kind: 'refused', why: 'content', reason })
    await say(house, conversation)
    await house.run()
    expect(await house.known(address)).toEqual(['b1'])
    house.ends({ kind: 'refused', why: 'unreachable_person', reason })
    await say(house, conversation)
    await house.run()
    expect(await house.known(address)).toEqual([])
    await say(house, conversation)
    await house.run()
    expect(house.sent).toHaveLength(2)
  })

  it('is told again when nobody knows whether it was, and not after a day', async () => {
    const house = await openPushingHouse()
    const { conversation } = await house.begin()
    house.ends({ kind: 'unknown', reason })
    await say(house, conversation)
    await house.run()
    await house.run(HOUR)
    expect(house.sent).toHaveLength(2)
    expect(new Set(house.sent.map(({ payload }) => payload)).size).toBe(1)
    await house.run(24 * HOUR)
    expect(house.sent).toHaveLength(2)
    expect(await house.ports.store.nextErrand()).toBeUndefined()
  })

  it('is told no more once it wants no more, and is nobody’s but the last one’s', async () => {
    const house = await openPushingHouse()
    const { address, conversation } = await house.begin()
    const other = (await house.visit()).address.id
    await unsubscribe(house.ports, other, told('b1').endpoint)
    expect(await house.known(address)).toEqual(['b1'])
    await subscribe(house.ports, other, told('b1'))
    expect([await house.known(address), await house.known(other)]).toEqual([[], ['b1']])
    await unsubscribe(house.ports, other, told('b1').endpoint)
    await say(house, conversation)
    await house.run()
    expect(house.sent).toEqual([])
  })

  it('is one of five, the newest, and has the newest keys', async () => {
    const house = await openPushingHouse()
    const { address } = await house.begin()
    for (const name of ['b2', 'b3', 'b4', 'b5', 'b6']) {
      house.pass(1)
      await subscribe(house.ports, address, told(name))
    }
    expect(await house.known(address)).toEqual(['b6', 'b5', 'b4', 'b3', 'b2'])
    await subscribe(house.ports, address, told('b4', 'new'))
    const kept = await house.ports.store.pushSubscriptions(address)
    expect(kept).toHaveLength(5)
    expect(kept.filter(({ auth }) => auth === 'new')).toHaveLength(1)
  })

  it('names a push service, where the site offers it at all', async () => {
    const house = await openPushingHouse()
    const { address } = await house.begin()
    const evil = { ...told('x'), endpoint: 'https://10.0.0.1/' }
    await expect(subscribe(house.ports, address, evil)).rejects.toMatchObject({ code: 'invalid' })
    const plain = await openHouse()
    const visitor = (await plain.visit()).address.id
    await expect(subscribe(plain.ports, visitor, told('x'))).rejects.toMatchObject({
      code: 'not_found'
    })
  })
})
