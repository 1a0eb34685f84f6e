import { describe, expect, it } from 'vitest'
import { stopMirror } from '../../../relay/src/core/handoff/set-mirror.ts'
import { reply } from '../../../relay/src/core/message/reply.ts'
import { tidy } from '../../../relay/src/core/tidy.ts'
import { anna, openHouse } from '../../doubles/house.ts'
import { askOnTheSite, currentLink, PHONE } from './asking.ts'

describe('what shows on the site', () => {
  it('keeps the phone hidden until the phone has agreed, and shows it then', async () => {
    const house = await openHouse()
    const { address, draft } = await askOnTheSite(house)
    await house.text('wa', PHONE, draft)
    expect((await house.sees({ address })).filter(line => line === 'hidden')).toHaveLength(2)
    await house.text('wa', PHONE, 'Yes, show it', { button: 'mirror:yes' })
    const seen = await house.sees({ address })
    expect(seen).not.toContain('hidden')
    expect(seen).toContain('mirror whatsapp on by phone')
    expect(seen).toContain('visitor whatsapp: Continue my chat from shop.example')
  })

  it('takes a yes as an answer only when it comes first', async () => {
    const house = await openHouse()
    const { address, conversation, draft } = await askOnTheSite(house)
    await house.text('wa', PHONE, draft)
    await house.text('wa', PHONE, 'Do you gift wrap?')
    await reply(house.ports, anna, conversation, { cid: 'r1', text: 'Shall we?' })
    await house.text('wa', PHONE, 'Yes')
    expect(await house.sees({ address })).toContain('hidden')
    expect(await house.sees({ agent: anna, conversation })).toContain('visitor whatsapp: Yes')
  })

  it('stops showing when the visitor says so', async () => {
    const house = await openHouse()
    const { address, draft } = await askOnTheSite(house)
    await house.text('wa', PHONE, draft)
    await house.text('wa', PHONE, 'YES')
    await stopMirror(house.ports, address, (await currentLink(house, 'wa', PHONE)).id)
    expect(await house.sees({ address })).toContain('hidden')
    expect(house.changes).toContainEqual(expect.objectContaining({ type: 'visibility' }))
  })

  it('stops by itself when the web session has been idle', async () => {
    const house = await openHouse()
    const { address, draft } = await askOnTheSite(house)
    await house.text('wa', PHONE, draft)
    await house.text('wa', PHONE, 'YES')
    house.pass(29 * 60_000)
    await tidy(house.ports)
    expect(await house.sees({ address })).not.toContain('mirror whatsapp off by idle')
    house.pass(2 * 60_000)
    await tidy(house.ports)
    expect(await house.sees({ address })).toContain('mirror whatsapp off by idle')
  })

  it('always shows where the site says always, and never asks where it says never', async () => {
    const always = await openHouse({ mirror: 'always' })
    const shown = await askOnTheSite(always)
    await always.text('wa', PHONE, shown.draft)
    expect(await always.sees({ address: shown.address })).not.toContain('hidden')

    const never = await openHouse({ mirror: 'never' })
    const kept = await askOnTheSite(never)
    await never.text('wa', PHONE, kept.draft)
    expect((await never.flush())[0]!.buttons).toEqual(['link:refuse'])
    await never.text('wa', PHONE, 'x', { button: 'mirror:yes' })
    expect(await never.sees({ address: kept.address })).toContain('hidden')
  })

  it('does not show an older history of that phone', async () => {
    const house = await openHouse({ mirror: 'always' })
    await house.text('wa', PHONE, 'My knee hurts')
    house.pass(1000)
    const { address, draft } = await askOnTheSite(house)
    await house.text('wa', PHONE, draft)
    expect((await house.sees({ address })).join()).not.toContain('knee')
  })
})
