import { describe, expect, it } from 'vitest'
import { changeState } from '../../../relay/src/core/conversation/change-state.ts'
import { enterConversation } from '../../../relay/src/core/conversation/enter-conversation.ts'
import { listOwn } from '../../../relay/src/core/conversation/list-own.ts'
import { startConversation } from '../../../relay/src/core/conversation/next-conversation.ts'
import { openSession } from '../../../relay/src/core/conversation/open-session.ts'
import { readThread } from '../../../relay/src/core/conversation/read-thread.ts'
import { undoLink } from '../../../relay/src/core/handoff/undo-link.ts'
import { undoJoin } from '../../../relay/src/core/identity/undo-join.ts'
import { anna, type House, openHouse } from '../../doubles/house.ts'
import { askOnTheSite, currentLink, PHONE } from './asking.ts'
import { call, open, personOf, proven, record, say } from './joining.ts'

const u1 = proven('u1')

const close = (house: House, id: string) => changeState(house.ports, anna, id, 'close')
const idsOf = async (house: House, address: string) =>
  (await listOwn(house.ports, address)).items.map(({ id }) => id)
const said = async (house: House, address: string, conversation: string) => {
  const viewer = { kind: 'visitor', address } as const
  const { entries } = await readThread(house.ports, viewer, { conversation })
  return entries.flatMap(entry => (entry.type === 'message' ? entry.text : []))
}

describe('a proved user’s conversations', () => {
  it('are listed in each of their browsers, and in nobody else’s', async () => {
    const house = await openHouse()
    const first = await open(house, { user: u1 })
    await say(house, first.address.id, 'From home')
    await close(house, first.conversation!)
    const second = await open(house, { user: u1 })
    expect(second.conversation).not.toBe(first.conversation)
    expect(await idsOf(house, second.address.id)).toEqual([first.conversation])
    expect(await said(house, second.address.id, first.conversation!)).toEqual(['From home'])
    for (const user of [undefined, proven('u2')]) {
      const other = await open(house, { user })
      expect(await idsOf(house, other.address.id)).toEqual([])
      await expect(said(house, other.address.id, first.conversation!)).rejects.toThrow()
    }
  })

  it('can be gone on with in another browser, which then reads what is said in either', async () => {
    const house = await openHouse()
    const first = await open(house, { user: u1 })
    await say(house, first.address.id, 'From home')
    await close(house, first.conversation!)
    const second = await open(house, { user: u1 })
    await enterConversation(house.ports, second.address.id, first.conversation!)
    await say(house, second.address.id, 'From work')
    for (const { address } of [first, second]) {
      expect(await said(house, address.id, first.conversation!)).toEqual(['From home', 'From work'])
    }
  })

  it('are not another browser’s for a claim, whatever it is called', async () => {
    const house = await openHouse()
    const first = await open(house)
    await say(house, first.address.id, 'From home')
    const second = await open(house)
    for (const { address } of [first, second]) {
      const anonymousId = `a-${address.id}`
      const identify = call('identify', { userId: 'u1', anonymousId })
      await record(house, [identify], { address: address.id })
    }
    expect(await idsOf(house, second.address.id)).toEqual([])
  })

  it('are each browser’s own again once an agent says that it is not theirs, also those it has left', async () => {
    const house = await openHouse()
    const first = await open(house, { user: u1 })
    await say(house, first.address.id, 'From home')
    const second = await open(house, { user: u1 })
    await say(house, second.address.id, 'From work')
    await close(house, first.conversation!)
    await startConversation(house.ports, second.address.id)
    const { joins } = await personOf(house, first.conversation!)
    await undoJoin(house.ports, anna, joins.find(({ of }) => of === second.address.id)!.id)
    expect(await said(house, first.address.id, first.conversation!)).toEqual(['From home'])
    await expect(said(house, second.address.id, first.conversation!)).rejects.toMatchObject({
      code: 'not_found'
    })
    const [own] = await idsOf(house, second.address.id)
    expect(await said(house, second.address.id, own!)).toEqual(['From work'])
  })
})

describe('a conversation that a return link opened', () => {
  /** A phone in a conversation, and another browser that came by its return link and has gone on elsewhere. */
  async function returned() {
    const house = await openHouse()
    const { code, conversation, address: began } = await askOnTheSite(house)
    await house.text('wa', PHONE, `#${code}`)
    await house.text('wa', PHONE, 'Only for the phone')
    await house.flush()
    await house.text('wa', PHONE, 'link')
    const token = /#segue=([\w-]+)/.exec((await house.flush())[0]!.text)![1]!
    const site = house.ports.sites.get('shop')!
    const { address } = await openSession(house.ports, { site, returnToken: token })
    await close(house, conversation)
    await startConversation(house.ports, address.id)
    return { house, conversation, began, address: address.id }
  }

  it('stays readable, all of it, as long as the phone is there', async () => {
    const { house, conversation, address, began } = await returned()
    expect(await idsOf(house, address)).toEqual([conversation])
    expect(await said(house, address, conversation)).toContain('Only for the phone')
    expect(await said(house, began, conversation)).not.toContain('Only for the phone')
  })

  it('is gone when the phone is', async () => {
    const { house, conversation, address } = await returned()
    await undoLink(house.ports, anna, (await currentLink(house, 'wa', PHONE)).id)
    expect(await idsOf(house, address)).toEqual([])
    await expect(said(house, address, conversation)).rejects.toMatchObject({ code: 'not_found' })
  })
})
