import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Company, MAJA, OLA, openCompany, TWILIO, WHATSAPP } from '../../doubles/company.ts'

let company: Company
beforeEach(async () => {
  company = await openCompany()
})
afterEach(() => company.close())

const draft = 'Continue my chat from norrsken.example #K7Q2-M9XD'
const encoded = encodeURIComponent(draft)
const digits = WHATSAPP.number.slice(1)

it.each([
  [`https://wa.me/${digits}?text=${encoded}`, 'whatsapp'],
  [`sms:${TWILIO.from}?&body=${encoded}`, 'messages'],
  [`sms:${TWILIO.from}?body=${encoded}`, 'messages'],
  [`sms:${TWILIO.from}&body=${encoded}`, 'messages']
] as const)('%s puts its draft into %s', (link, app) => {
  const { phone } = company.networks
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
  expect(() => company.networks.phone.openLink(MAJA, link)).toThrow(
    expect.objectContaining({ name: 'NotADraftLink' })
  )
})

it('counts what is unread until the chat is opened', async () => {
  const { phone } = company.networks
  const sms = { To: MAJA, From: TWILIO.from, Body: 'Hej' }
  await company.twilio('/Messages.json', sms)
  await company.twilio('/Messages.json', sms)
  await phone.until(() => phone.chat(MAJA, 'messages').unread === 2)
  phone.read(MAJA, 'messages')
  expect(phone.chat(MAJA, 'messages').unread).toBe(0)
  expect(phone.screen(OLA).chats.map(({ bubbles }) => bubbles.length)).toEqual([0, 0])
})

it('knows no other phones and no buttons that are not there', () => {
  const { phone } = company.networks
  expect(() => phone.write('+46700000009', 'messages', { text: 'x' })).toThrow('no phone')
  const { id } = phone.write(MAJA, 'whatsapp', { text: 'x' })
  const tap = { bubble: id, button: 'yes' }
  expect(() => phone.tap(MAJA, 'whatsapp', tap)).toThrow('no button')
})
