import { describe, expect, it } from 'vitest'
import { confirmNumber } from '../../../relay/src/core/handoff/confirm-number.ts'
import { receiveFromVisitor } from '../../../relay/src/core/message/receive-from-visitor.ts'
import { anna, type House, openHouse } from '../../doubles/house.ts'

const PHONE = 'phone:+46701234567'

async function askForText(house: House, number = '070-123 45 67') {
  const { address, conversation } = await house.visit()
  await receiveFromVisitor(house.ports, address.id, { cid: 'c', text: 'Hi' })
  await confirmNumber(
    house.ports,
    { by: 'visitor', address: address.id },
    { account: 'sms', number }
  )
  return { address: address.id, conversation: conversation! }
}

describe('going on by a typed number', () => {
  it('texts the number a question that names the site, and links it by its yes alone', async () => {
    const house = await openHouse()
    const { conversation } = await askForText(house)
    const [question] = await house.flush()
    expect(question).toMatchObject({ account: 'sms', to: [PHONE] })
    expect(question!.text).toMatch(/Norrsken: reply YES.*shop\.example.*STOP/)
    expect(await house.sees({ agent: anna, conversation })).not.toContain('handoff sms linked')
    await house.text('sms', PHONE, 'Yes!')
    expect(await house.sees({ agent: anna, conversation })).toContain('handoff sms linked')
  })

  it('leaves a number alone that answers something else', async () => {
    const house = await openHouse()
    const { conversation } = await askForText(house)
    await house.text('sms', PHONE, 'Who is this?')
    expect(await house.sees({ agent: anna, conversation })).not.toContain('handoff sms linked')
  })

  it('is over after a no or a stop', async () => {
    const house = await openHouse()
    const { conversation } = await askForText(house)
    await house.text('sms', PHONE, 'NO')
    await house.text('sms', PHONE, 'YES')
    expect(await house.sees({ agent: anna, conversation })).not.toContain('handoff sms linked')
  })

  it('refuses what is no number, networks that let nobody write first, and numbers that opted out', async () => {
    const house = await openHouse()
    const { address } = await askForText(house)
    const ask = (account: string, number: string) =>
      confirmNumber(house.ports, { by: 'visitor', address }, { account, number })
    await expect(ask('sms', '12')).rejects.toMatchObject({ code: 'invalid', path: 'number' })
    await expect(ask('wa', '0701234567')).rejects.toMatchObject({ code: 'forbidden' })
    await expect(ask('none', '0701234567')).rejects.toMatchObject({ code: 'not_found' })
    await house.text('sms', PHONE, 'STOP')
    await expect(ask('sms', '0701234567')).rejects.toMatchObject({ code: 'undeliverable' })
  })

  it('texts one number three times an hour at most, whoever asks', async () => {
    const house = await openHouse()
    for (let n = 0; n < 3; n++) await askForText(house)
    await expect(askForText(house)).rejects.toMatchObject({ code: 'too_many' })
  })
})
