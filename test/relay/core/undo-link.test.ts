import { describe, expect, it } from 'vitest'
import { undoLink } from '../../../relay/src/core/handoff/undo-link.ts'
import { anna, openHouse, stranger } from '../../doubles/house.ts'
import { askOnTheSite, currentLink, PHONE } from './asking.ts'

describe('undoing a link', () => {
  it('lets the phone refuse, and gives each side its own history back', async () => {
    const house = await openHouse()
    const { address, conversation, draft } = await askOnTheSite(house)
    await house.text('wa', PHONE, draft)
    await house.text('wa', PHONE, 'YES')
    await house.text('wa', PHONE, 'My secret')
    await house.text('wa', PHONE, 'NOT ME')
    const site = await house.sees({ address })
    expect(site).toContain('link whatsapp refused +46 •••• 0001')
    expect(site.join()).not.toContain('secret')
    expect((await house.sees({ agent: anna, conversation })).join()).not.toContain('secret')

    const home = (await currentLink(house, 'wa', PHONE)).conversation
    expect(home).not.toBe(conversation)
    expect(await house.sees({ agent: anna, conversation: home })).toContain(
      'visitor whatsapp: My secret'
    )
    await house.text('wa', PHONE, 'Still here')
    expect(await house.sees({ agent: anna, conversation: home })).toContain(
      'visitor whatsapp: Still here'
    )
  })

  it('takes along the name that came with the phone', async () => {
    const house = await openHouse()
    const { conversation, draft } = await askOnTheSite(house)
    const nameNow = async () => {
      const { person } = (await house.ports.store.conversation(conversation))!
      return (await house.ports.store.person(person))!.name
    }
    await house.text('wa', PHONE, draft, { name: 'Maja' })
    expect(await nameNow()).toBe('Maja')
    await house.text('wa', PHONE, 'NOT ME', { name: 'Maja' })
    expect(await nameNow()).toBeNull()
  })

  it('lets an agent undo it, back to the conversation the phone had before', async () => {
    const house = await openHouse()
    await house.text('wa', PHONE, 'Long ago')
    const before = (await currentLink(house, 'wa', PHONE)).conversation
    house.pass(1000)
    const { conversation, draft } = await askOnTheSite(house)
    await house.text('wa', PHONE, draft)
    const link = await currentLink(house, 'wa', PHONE)
    await undoLink(house.ports, anna, link.id)
    await undoLink(house.ports, anna, link.id)
    expect((await currentLink(house, 'wa', PHONE)).conversation).toBe(before)
    const home = await house.sees({ agent: anna, conversation: before })
    expect(home).toContain('visitor whatsapp: Long ago')
    expect(home.filter(line => line.includes('Continue my chat'))).toHaveLength(1)
    expect(await house.sees({ agent: anna, conversation })).toContain(
      'link whatsapp undone +46 •••• 0001'
    )
  })

  it('is refused for another site’s agent, as if it were not there', async () => {
    const house = await openHouse()
    const { draft } = await askOnTheSite(house)
    await house.text('wa', PHONE, draft)
    const link = await currentLink(house, 'wa', PHONE)
    await expect(undoLink(house.ports, stranger, link.id)).rejects.toMatchObject({
      code: 'not_found'
    })
  })
})
