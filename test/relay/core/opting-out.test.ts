import { describe, expect, it } from 'vitest'
import { openHouse } from '../../doubles/house.ts'
import { linked, PHONE, refusedBy, say } from './answering.ts'

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
