import { describe, expect, it } from 'vitest'
import { changeState } from '../../../relay/src/core/conversation/change-state.ts'
import { listConversations } from '../../../relay/src/core/conversation/list-conversations.ts'
import { readConversation } from '../../../relay/src/core/conversation/read-conversation.ts'
import { readEvents } from '../../../relay/src/core/events/read-events.ts'
import { recordEvents } from '../../../relay/src/core/events/record-events.ts'
import { readPerson } from '../../../relay/src/core/identity/read-person.ts'
import { receiveFromVisitor } from '../../../relay/src/core/message/receive-from-visitor.ts'
import { reply } from '../../../relay/src/core/message/reply.ts'
import { anna, type House, openHouse, stranger } from '../../doubles/house.ts'

async function ask(house: House, text = 'Hi') {
  const { address, conversation } = await house.visit()
  await receiveFromVisitor(house.ports, address.id, { cid: 'c', text })
  return { address: address.id, conversation: conversation! }
}

describe('the inbox', () => {
  it('lists who waits, longest first, with their first words and what is unread', async () => {
    const house = await openHouse()
    const { conversation: first } = await ask(house, 'First')
    house.pass(1000)
    const { conversation: second } = await ask(house, 'Second')
    const { items } = await listConversations(house.ports, anna, { state: 'waiting' })
    expect(items).toMatchObject([
      { id: first, unread: 1, last: { text: 'First', from: 'visitor', on: { account: 'web' } } },
      { id: second, name: expect.stringMatching(/^Guest /) }
    ])
    await reply(house.ports, anna, first, { cid: 'r', text: 'Hello' })
    const waiting = await listConversations(house.ports, anna, { state: 'waiting' })
    expect(waiting.items.map(({ id }) => id)).toEqual([second])
    const mine = await listConversations(house.ports, anna, { state: 'mine' })
    expect(mine.items).toMatchObject([{ id: first, agent: { name: 'Anna' }, unread: 0 }])
  })

  it('shows an agent of another site nothing', async () => {
    const house = await openHouse()
    const { conversation } = await ask(house)
    expect((await listConversations(house.ports, stranger, {})).items).toEqual([])
    await expect(readConversation(house.ports, stranger, conversation)).rejects.toMatchObject({
      code: 'not_found'
    })
  })

  it('lets one agent have a conversation, and any close and reopen it', async () => {
    const house = await openHouse()
    const { conversation } = await ask(house)
    await changeState(house.ports, anna, conversation, 'claim')
    const bea = { ...anna, id: 'bea', name: 'Bea' }
    await expect(changeState(house.ports, bea, conversation, 'claim')).rejects.toThrow(/Anna/)
    await changeState(house.ports, bea, conversation, 'close')
    await changeState(house.ports, bea, conversation, 'close')
    await changeState(house.ports, bea, conversation, 'reopen')
    const { entries, next } = await readConversation(house.ports, anna, conversation)
    expect(entries.map(entry => entry.type)).toEqual(['message', 'state', 'state', 'state'])
    expect(next).toMatchObject({ on: { account: 'web' } })
  })
})

describe('events', () => {
  const event = (messageId: string, more: object = {}) => ({
    type: 'track' as const,
    messageId,
    anonymousId: 'anon',
    event: 'Product Added',
    properties: { name: 'Mug' },
    ...more
  })

  it('belong to the person a token has proven, with what the same browser did before', async () => {
    const house = await openHouse()
    const site = house.ports.sites.get('shop')!
    const { address, conversation } = await ask(house)
    const receivedAt = house.ports.now()
    await recordEvents(house.ports, site, { events: [event('m1')], receivedAt })
    await recordEvents(house.ports, site, { events: [event('m2')], address, receivedAt })
    const { person } = (await house.ports.store.conversation(conversation))!
    const { items } = await readEvents(house.ports, anna, person)
    expect(items).toHaveLength(2)
    expect(items[0]).toMatchObject({ name: 'Product Added', properties: { name: 'Mug' } })
  })

  it('are kept once however often they come', async () => {
    const house = await openHouse()
    const site = house.ports.sites.get('shop')!
    const batch = { events: [event('m1'), event('m1')], receivedAt: house.ports.now() }
    expect(await recordEvents(house.ports, site, batch)).toEqual({ stored: 1 })
    expect(await recordEvents(house.ports, site, batch)).toEqual({ stored: 0 })
  })

  it('tell traits by identify, and who somebody says to be: not proved, and not who it is', async () => {
    const house = await openHouse()
    const site = house.ports.sites.get('shop')!
    const one = await ask(house)
    const two = await ask(house)
    for (const { address } of [one, two]) {
      const identify = event(`i-${address}`, {
        type: 'identify',
        userId: 'maja@example.com',
        traits: { name: 'Maja', plan: 'gold' }
      })
      await recordEvents(house.ports, site, {
        events: [identify],
        address,
        receivedAt: house.ports.now()
      })
    }
    const people = await Promise.all(
      [one, two].map(async ({ conversation }) => {
        const { person } = (await house.ports.store.conversation(conversation))!
        return readPerson(house.ports, anna, person)
      })
    )
    expect(people).toMatchObject([{ name: 'Maja', traits: { plan: 'gold' } }, { name: 'Maja' }])
    const user = { id: 'maja@example.com', proved: false }
    expect(people).toMatchObject([{ user }, { user }])
    for (const { address } of [one, two]) {
      expect(await house.sees({ address })).toEqual(['visitor web: Hi'])
    }
  })

  it('are set right when the client’s clock is wrong', async () => {
    const house = await openHouse()
    const site = house.ports.sites.get('shop')!
    const { address, conversation } = await ask(house)
    const receivedAt = house.ports.now()
    const wrong = receivedAt + 3_600_000
    await recordEvents(house.ports, site, {
      events: [event('m1', { timestamp: new Date(wrong - 5000).toISOString() })],
      address,
      sentAt: wrong,
      receivedAt
    })
    const { person } = (await house.ports.store.conversation(conversation))!
    expect((await readEvents(house.ports, anna, person)).items[0]!.at).toBe(receivedAt - 5000)
  })
})
