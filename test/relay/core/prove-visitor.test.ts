import { describe, expect, it } from 'vitest'
import { undoJoin } from '../../../relay/src/core/identity/undo-join.ts'
import { anna, openHouse } from '../../doubles/house.ts'
import { askOnTheSite, PHONE } from './asking.ts'
import { call, open, personOf, proven, record, say } from './joining.ts'

const u1 = proven('u1')
const u2 = proven('u2')

/** A user with the chat open in two browsers, and something said in the first. */
async function twoBrowsers() {
  const house = await openHouse()
  const first = await open(house, { user: u1 })
  await say(house, first.address.id, 'From home')
  const second = await open(house, { user: u1 })
  return { house, first, second }
}

describe('a visitor who is a user', () => {
  it('is opened with that user’s proof alone; anybody else is a new visitor', async () => {
    const { house, first } = await twoBrowsers()
    const { visitor, secret = '' } = first
    expect((await open(house, { visitor, secret, user: u1 })).visitor).toBe(visitor)
    for (const user of [undefined, u2]) {
      const other = await open(house, { visitor, secret, user })
      expect(other.visitor).not.toBe(visitor)
      expect(other.conversation).not.toBe(first.conversation)
      expect(await house.sees({ address: other.address.id })).toEqual([])
    }
  })

  it('keeps what they said before they signed in', async () => {
    const house = await openHouse()
    const before = await open(house)
    await say(house, before.address.id, 'Hi')
    const { visitor, secret = '' } = before
    const after = await open(house, { visitor, secret, user: u1 })
    expect(after).toMatchObject({ visitor, conversation: before.conversation })
    const { user } = await personOf(house, before.conversation!)
    expect(user).toEqual({ id: 'u1', proved: true })
  })

  it('is not another user’s for having claimed their id, nor for a claim made before', async () => {
    const house = await openHouse()
    const { address, visitor, secret = '' } = await open(house)
    await say(house, address.id, 'Hi')
    await record(house, [call('identify', { userId: 'u2' })], { address: address.id })
    const again = await open(house, { visitor, secret, user: u1 })
    expect(again.visitor).toBe(visitor)
    const second = await open(house, { user: u2 })
    expect(await house.sees({ address: second.address.id })).toEqual([])
  })
})

describe('a user in another browser', () => {
  it('goes on in their open conversation, and both see what is said in either', async () => {
    const { house, first, second } = await twoBrowsers()
    expect(second.conversation).toBe(first.conversation)
    await say(house, second.address.id, 'From work')
    await say(house, first.address.id, 'Home again')
    const said = ['visitor web: From home', 'visitor web: From work', 'visitor web: Home again']
    for (const { address } of [first, second]) {
      const seen = await house.sees({ address: address.id })
      expect(seen.filter(line => line.startsWith('visitor'))).toEqual(said)
    }
  })

  it('keeps the conversation they have begun there', async () => {
    const { house } = await twoBrowsers()
    const third = await open(house)
    await say(house, third.address.id, 'Something else')
    const { visitor, secret = '' } = third
    const proved = await open(house, { visitor, secret, user: u1 })
    expect(proved.conversation).toBe(third.conversation)
  })

  it('begins anew when the conversation is closed', async () => {
    const { house, first } = await twoBrowsers()
    await house.ports.store.transaction(tx =>
      tx.changeConversation(first.conversation!, { state: 'closed' })
    )
    expect((await open(house, { user: u1 })).conversation).not.toBe(first.conversation)
  })

  it('sees of a phone only what the phone has agreed to show, as in the first', async () => {
    const house = await openHouse()
    const { code, visitor, secret, conversation } = await askOnTheSite(house)
    await house.text('wa', PHONE, `#${code}`)
    await house.text('wa', PHONE, 'Only for the phone')
    await open(house, { visitor, secret: secret!, user: u1 })
    const second = await open(house, { user: u1 })
    expect(second.conversation).toBe(conversation)
    const seen = await house.sees({ address: second.address.id })
    expect(seen).toContain('visitor web: Is the mug in stock?')
    expect(seen.join()).not.toContain('Only for the phone')
  })

  it('reads nothing more once an agent says that the browser is not theirs', async () => {
    const { house, first, second } = await twoBrowsers()
    await say(house, second.address.id, 'From work')
    const { joins } = await personOf(house, first.conversation!)
    const join = joins.find(({ of }) => of === second.address.id)!
    await undoJoin(house.ports, anna, join.id)
    const messages = async (address: string) =>
      (await house.sees({ address })).filter(line => line.startsWith('visitor'))
    expect(await messages(first.address.id)).toEqual(['visitor web: From home'])
    expect(await messages(second.address.id)).toEqual(['visitor web: From work'])
    // And the user's token does not bring it back: that is a new browser of theirs.
    const { visitor, secret = '' } = second
    expect((await open(house, { visitor, secret, user: u1 })).visitor).not.toBe(visitor)
    expect((await open(house, { visitor, secret })).visitor).toBe(visitor)
  })

  it('leaves a conversation that turns out to be somebody else’s', async () => {
    const { house, first, second } = await twoBrowsers()
    const { joins } = await personOf(house, first.conversation!)
    const join = joins.find(({ of }) => of === first.address.id)!
    await undoJoin(house.ports, anna, join.id)
    expect(await house.sees({ address: second.address.id })).toEqual([])
    expect((await personOf(house, first.conversation!)).user).toBeUndefined()
  })
})
