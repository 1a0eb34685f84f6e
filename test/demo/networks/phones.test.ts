import { expect, it } from 'vitest'
import { memorize, recall } from '../../../demo/networks/memory.ts'
import { MAJA, MUG, OLA, openCompany, TWILIO, WHATSAPP } from '../../doubles/company.ts'
import { useCompany } from '../../doubles/use-company.ts'

const company = useCompany()

const draft = 'Continue my chat from norrsken.example #K7Q2-M9XD'
const encoded = encodeURIComponent(draft)
const digits = WHATSAPP.number.slice(1)

it.each([
  [`https://wa.me/${digits}?text=${encoded}`, 'whatsapp'],
  [`sms:${TWILIO.from}?&body=${encoded}`, 'messages'],
  [`sms:${TWILIO.from}?body=${encoded}`, 'messages'],
  [`sms:${TWILIO.from}&body=${encoded}`, 'messages']
] as const)('%s puts its draft into %s', (link, app) => {
  const { phone } = company().networks
  expect(phone.openLink(OLA, link)).toBe(app)
  expect(phone.chat(OLA, app).draft?.text).toBe(draft)
  expect(phone.chat(MAJA, app).draft).toBeNull()
  phone.write(OLA, app, { text: draft })
  expect(phone.chat(OLA, app).draft).toBeNull()
})

it.each([
  'https://wa.me/46799999999?text=hello',
  'https://example.com/',
  'sms:nobody',
  'javascript:alert(1)',
  'sms:+46766000001?body=%E0%A4',
  ''
])('opens no link like %s', link => {
  expect(() => company().networks.phone.openLink(MAJA, link)).toThrow(
    expect.objectContaining({ name: 'NotADraftLink' })
  )
})

it('counts what is unread until the chat is opened', async () => {
  const { phone } = company().networks
  const sms = { To: MAJA, From: TWILIO.from, Body: 'Hej' }
  await company().twilio('/Messages.json', sms)
  await company().twilio('/Messages.json', sms)
  await phone.until(() => phone.chat(MAJA, 'messages').unread === 2)
  phone.read(MAJA, 'messages')
  expect(phone.chat(MAJA, 'messages').unread).toBe(0)
  expect(phone.screen(OLA).chats.map(({ bubbles }) => bubbles.length)).toEqual([0, 0])
})

it('knows no other phones and no buttons that are not there', () => {
  const { phone } = company().networks
  expect(() => phone.write('+46700000009', 'messages', { text: 'x' })).toThrow('no phone')
  const { id } = phone.write(MAJA, 'whatsapp', { text: 'x' })
  const tap = { bubble: id, button: 'yes' }
  expect(() => phone.tap(MAJA, 'whatsapp', tap)).toThrow('no button')
})

it('remembers everything over a restart: chats, pictures, the window, who is out, and the time', async () => {
  const file = { name: 'mug.png', mime: 'image/png', bytes: MUG }
  const before = company().networks
  before.clock.advance(60_000)
  before.phone.write(MAJA, 'whatsapp', { text: 'hello', file })
  before.phone.write(OLA, 'messages', { text: 'STOP' })
  before.phone.setSharesNumber(OLA, false)
  before.phone.takeInHand(OLA)
  before.phone.receive(OLA, 'whatsapp', { id: 'a', text: 'Hej' })
  const memory = JSON.parse(JSON.stringify(memorize(before)))

  const next = await openCompany({ seed: 'the next start' })
  try {
    recall(next.networks, memory)
    const { phone, clock } = next.networks
    for (const number of [MAJA, OLA]) {
      expect(phone.screen(number)).toEqual(before.phone.screen(number))
    }
    expect(Buffer.from(phone.file(phone.chat(MAJA, 'whatsapp').bubbles[0]!.id)!.bytes)).toEqual(
      Buffer.from(MUG)
    )
    expect([phone.inHand(), clock.ahead()]).toEqual([OLA, 60_000])
    const text = { messaging_product: 'whatsapp', to: '46700000001', text: { body: 'Hej' } }
    const path = `/v23.0/${WHATSAPP.phoneNumberId}/messages`
    expect((await next.meta(path, text)).status).toBe(200)
    const sms = { To: OLA, From: TWILIO.from, Body: 'Hej' }
    expect((await (await next.twilio('/Messages.json', sms)).json()).code).toBe(21610)
  } finally {
    await next.close()
  }
})
