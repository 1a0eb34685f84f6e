import { describe, expect, it } from 'vitest'
import { openHandoff } from '../../../relay/src/core/handoff/open-handoff.ts'
import { reply } from '../../../relay/src/core/message/reply.ts'
import { tidy } from '../../../relay/src/core/tidy.ts'
import { anna, openHouse } from '../../doubles/house.ts'
import { askOnTheSite, PHONE } from './asking.ts'

describe('going on elsewhere', () => {
  it('links the phone that sends the code, and takes the code out of what agents see', async () => {
    const house = await openHouse()
    const { conversation, draft, code } = await askOnTheSite(house)
    expect(draft).toBe(`Continue my chat from shop.example #${code}`)
    await house.text('wa', PHONE, draft)
    expect(await house.sees({ agent: anna, conversation })).toEqual([
      'visitor web: Is the mug in stock?',
      'handoff whatsapp offered',
      'handoff whatsapp linked',
      'link whatsapp linked +46 •••• 0001',
      'visitor whatsapp: Continue my chat from shop.example',
      expect.stringContaining('system whatsapp: You are now chatting with Norrsken here.')
    ])
  })

  it('names the site, the time and how to refuse on the phone, and asks whether to show it on the site', async () => {
    const house = await openHouse()
    const { draft } = await askOnTheSite(house)
    await house.text('wa', PHONE, draft)
    const [answer] = await house.flush()
    expect(answer!.text).toMatch(/Norrsken.*Nov 21, 2026.*12:00.*site too\?.*NOT ME/s)
    expect(answer!.buttons).toEqual(['mirror:yes', 'mirror:no', 'link:refuse'])
  })

  it('says opened when the link was followed, and never more than that', async () => {
    const house = await openHouse()
    const { address, id } = await askOnTheSite(house)
    await openHandoff(house.ports, address, id)
    await openHandoff(house.ports, address, id)
    const seen = await house.sees({ address })
    expect(seen.filter(line => line.startsWith('handoff'))).toEqual([
      'handoff whatsapp offered',
      'handoff whatsapp opened'
    ])
  })

  it.each([
    ['small letters', (code: string) => `hello ${code.toLowerCase()}`],
    ['spaces for the hyphen', (code: string) => `#${code.replace('-', ' ')} hi`],
    ['spaces everywhere', (code: string) => [...code.replace('-', '')].join(' ')],
    ['O for 0 and l for 1', (code: string) => code.replaceAll('0', 'O').replaceAll('1', 'l')]
  ])('reads a code written with %s', async (_, write) => {
    const house = await openHouse()
    const { conversation, code } = await askOnTheSite(house)
    await house.text('wa', PHONE, write(code))
    expect(await house.sees({ agent: anna, conversation })).toContain('handoff whatsapp linked')
  })

  it('makes a new conversation of a message without its code, asks for it once, and takes both along when it comes', async () => {
    const house = await openHouse()
    const { conversation, code } = await askOnTheSite(house)
    await house.text('wa', PHONE, 'Continue my chat from shop.example')
    await house.text('wa', PHONE, 'Anyone?')
    const asked = await house.flush()
    expect(asked).toHaveLength(1)
    expect(asked[0]!.text).toContain('Send the code shown there')
    expect(await house.sees({ agent: anna, conversation })).not.toContain(
      'visitor whatsapp: Anyone?'
    )

    await house.text('wa', PHONE, code)
    const seen = await house.sees({ agent: anna, conversation })
    expect(seen.filter(line => line === 'visitor whatsapp: Anyone?')).toHaveLength(1)
    const listed = await house.ports.store.conversations({ sites: ['shop'], limit: 10 })
    expect(listed.items.map(({ id }) => id)).toEqual([conversation])
  })

  it('never links by a phone number that looks the same on another account', async () => {
    const house = await openHouse()
    const { conversation, draft } = await askOnTheSite(house)
    await house.text('wa', PHONE, draft)
    await house.text('sms', PHONE, 'Hello from the same number')
    const seen = await house.sees({ agent: anna, conversation })
    expect(seen.some(line => line.includes('same number'))).toBe(false)
  })

  it('takes a code once, tells a second phone that it is used, and gives that phone a thread of its own', async () => {
    const house = await openHouse()
    const { conversation, code } = await askOnTheSite(house)
    await house.text('wa', PHONE, code)
    await house.flush()
    await house.text('wa', 'phone:+46700000002', `#${code} me too`)
    const [answer] = await house.flush()
    expect(answer).toMatchObject({ to: ['phone:+46700000002'] })
    expect(answer!.text).toContain('has been used already')
    const seen = await house.sees({ agent: anna, conversation })
    expect(seen.some(line => line.includes('me too'))).toBe(false)
  })

  it('takes a code that was sent to another of the company’s numbers', async () => {
    const house = await openHouse()
    const { conversation, code } = await askOnTheSite(house, 'wa')
    await house.text('sms', PHONE, code)
    expect(await house.sees({ agent: anna, conversation })).toContain(
      'link sms linked +46 •••• 0001'
    )
  })

  it('takes the title of a button for the button where a network has none', async () => {
    const house = await openHouse()
    const { address, draft } = await askOnTheSite(house, 'sms')
    await house.text('sms', PHONE, draft)
    const [answer] = await house.flush()
    expect(answer!.text).toContain('Reply with: Yes, show it / No, keep it here / Not my chat')
    await house.text('sms', PHONE, 'yes, show it')
    expect(await house.sees({ address })).toContain('mirror sms on by phone')
  })

  it('takes the same webhook twice as one message', async () => {
    const house = await openHouse()
    const { conversation, draft } = await askOnTheSite(house)
    await house.text('wa', PHONE, draft, { providerId: 'same' })
    await house.text('wa', PHONE, draft, { providerId: 'same' })
    const seen = await house.sees({ agent: anna, conversation })
    expect(seen.filter(line => line.startsWith('visitor whatsapp'))).toHaveLength(1)
  })

  it('refuses a code after a day, and says where to get a new one', async () => {
    const house = await openHouse()
    const { conversation, code } = await askOnTheSite(house)
    house.pass(24 * 3_600_000 + 1)
    await tidy(house.ports)
    await house.text('wa', PHONE, `#${code}`)
    const [answer] = await house.flush()
    expect(answer!.text).toContain('no longer valid')
    const seen = await house.sees({ agent: anna, conversation })
    expect(seen).toContain('handoff whatsapp expired')
    expect(seen).not.toContain('handoff whatsapp linked')
  })

  it('stops listening to a phone that keeps guessing', async () => {
    const house = await openHouse()
    const { code } = await askOnTheSite(house)
    for (let n = 0; n < 10; n++) await house.text('wa', PHONE, `#AAAA-000${n}`)
    await house.text('wa', PHONE, `#${code}`)
    const sent = await house.flush()
    expect(sent.at(-1)!.text).toContain('too many codes')
  })

  it('links a person the network names without a phone number', async () => {
    const house = await openHouse()
    const { conversation, draft } = await askOnTheSite(house)
    await house.text('wa', 'whatsapp:SE.123', draft)
    await reply(house.ports, anna, conversation, { cid: 'r1', text: 'Yes, two left.' })
    expect((await house.flush()).at(-1)).toMatchObject({
      to: ['whatsapp:SE.123'],
      text: 'Yes, two left.'
    })
  })
})
