import { describe, expect, it } from 'vitest'
import { openSession } from '../../../relay/src/core/conversation/open-session.ts'
import { offerHandoff } from '../../../relay/src/core/handoff/offer-handoff.ts'
import { sendReturnLink } from '../../../relay/src/core/handoff/return-link.ts'
import { reply } from '../../../relay/src/core/message/reply.ts'
import { anna, type House, openHouse } from '../../doubles/house.ts'
import { askOnTheSite, currentLink, PHONE } from './asking.ts'

describe('coming back to the site', () => {
  const tokenIn = (text: string) => /#segue=(\S+)/.exec(text)![1]!

  async function linkedPhone(house: House) {
    const asked = await askOnTheSite(house)
    await house.text('wa', PHONE, asked.draft)
    await house.text('wa', PHONE, 'LINK')
    const sent = await house.flush()
    return { ...asked, url: sent.at(-1)!.text, token: tokenIn(sent.at(-1)!.text) }
  }

  it('sends a link to the page the chat began on, which the thread does not show', async () => {
    const house = await openHouse()
    const { conversation, url, token } = await linkedPhone(house)
    expect(url).toContain('https://shop.example/mug#segue=')
    expect((await house.sees({ agent: anna, conversation })).join()).not.toContain(token)
  })

  it('makes nobody wait for an agent: the relay answers that by itself', async () => {
    const house = await openHouse()
    const { conversation } = await askOnTheSite(house)
    await reply(house.ports, anna, conversation, { cid: 'r', text: 'Yes' })
    const { draft } = await offerHandoff(
      house.ports,
      { by: 'agent', agent: anna, conversation },
      'wa'
    )
    await house.text('wa', PHONE, draft)
    await house.text('wa', PHONE, 'YES')
    await house.text('wa', PHONE, 'LINK')
    expect(await house.ports.store.conversation(conversation)).toMatchObject({
      state: 'open',
      waitingSince: null
    })
  })

  it('shows everything in the session that made the code', async () => {
    const house = await openHouse()
    const { visitor, secret, address, token } = await linkedPhone(house)
    const site = house.ports.sites.get('shop')!
    const back = await openSession(house.ports, { site, visitor, secret, returnToken: token })
    expect(back.returned).toBe(true)
    const seen = await house.sees({ address })
    expect(seen).not.toContain('hidden')
    expect(seen).toContain('mirror whatsapp on by return')
  })

  it('opens the whole thread in another browser, once', async () => {
    const house = await openHouse()
    const { conversation, token } = await linkedPhone(house)
    const site = house.ports.sites.get('shop')!
    const other = await openSession(house.ports, { site, returnToken: token })
    expect(other).toMatchObject({ returned: true, conversation })
    expect(await house.sees({ address: other.address.id })).not.toContain('hidden')
    const again = await openSession(house.ports, { site, returnToken: token })
    expect(again.returned).toBe(false)
    expect(again.conversation).not.toBe(conversation)
  })

  it('is too late after a quarter of an hour', async () => {
    const house = await openHouse()
    const { token } = await linkedPhone(house)
    house.pass(15 * 60_000 + 1)
    const site = house.ports.sites.get('shop')!
    expect((await openSession(house.ports, { site, returnToken: token })).returned).toBe(false)
  })

  it('takes the sites it opened along when the phone leaves', async () => {
    const house = await openHouse()
    const { conversation, token } = await linkedPhone(house)
    const site = house.ports.sites.get('shop')!
    const other = await openSession(house.ports, { site, returnToken: token })
    await house.text('wa', PHONE, 'NOT ME')
    expect((await house.sees({ address: other.address.id })).join()).not.toContain('mug')
    expect((await currentLink(house, 'wa', PHONE)).conversation).not.toBe(conversation)
  })

  it('lets an agent send it', async () => {
    const house = await openHouse()
    const { conversation, draft } = await askOnTheSite(house)
    await expect(sendReturnLink(house.ports, anna, conversation)).rejects.toMatchObject({
      code: 'undeliverable'
    })
    await house.text('wa', PHONE, draft)
    await sendReturnLink(house.ports, anna, conversation)
    expect((await house.flush()).at(-1)!.text).toContain('#segue=')
  })
})
