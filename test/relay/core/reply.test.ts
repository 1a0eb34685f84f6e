import { describe, expect, it } from 'vitest'
import { receiveFromVisitor } from '../../../relay/src/core/message/receive-from-visitor.ts'
import { reply } from '../../../relay/src/core/message/reply.ts'
import { anna, openHouse, stranger } from '../../doubles/house.ts'
import { HOUR, linked, PHONE, say } from './answering.ts'

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
