import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { countSegments } from '../../../demo/networks/twilio/sms-segments.ts'
import { signTwilio } from '../../../demo/networks/twilio/twilio-signature.ts'
import { type Got, MAJA, MUG, TWILIO } from '../../doubles/company.ts'
import { useCompany } from '../../doubles/use-company.ts'
import { keysOf, readFixture } from './shape.ts'

const company = useCompany()

const write = (text: string) => company().networks.phone.write(MAJA, 'messages', { text })
const send = (form: Record<string, string> = {}, token?: string) => {
  const message = { To: MAJA, From: TWILIO.from, Body: 'Hej!', ...form }
  return company().twilio('/Messages.json', message, token)
}
const formOf = ({ body }: Got) => Object.fromEntries(new URLSearchParams(body))
const firstCall = () => company().got(calls => calls[0])
const statusesIn = (calls: Got[]) => calls.map(call => formOf(call).MessageStatus).filter(Boolean)
const textsOnPhone = () =>
  company()
    .networks.phone.chat(MAJA, 'messages')
    .bubbles.map(({ text }) => text)

describe('what somebody texts', () => {
  it('reaches the webhook in the shape of the recorded one', async () => {
    write('Hej! Finns den i blått?')
    expect(keysOf(formOf(await firstCall()))).toEqual(
      keysOf(readFixture('twilio/in-sms-text.json').params)
    )
  })

  it('is signed over the configured URL without its fragment, and every field', async () => {
    write('Hej! Finns den i blått?')
    const call = await firstCall()
    const { url, networks } = company()
    const signature = signTwilio(`${url}/hooks/sms`, formOf(call), TWILIO.authToken)
    expect(call.headers['x-twilio-signature']).toBe(signature)
    expect(networks.troubles()).toEqual([])
  })

  it('signs as the provider documents it', () => {
    const vector = readFixture('twilio/signature-vector-docs.json')
    expect(signTwilio(vector.url, vector.params, vector.auth_token)).toBe(
      vector['X-Twilio-Signature']
    )
  })

  it('brings a picture as a link that asks for the password', async () => {
    const file = { name: 'mug.png', mime: 'image/png', bytes: MUG }
    company().networks.phone.write(MAJA, 'messages', { text: '', file })
    const { MediaUrl0 = '', NumMedia, MessageSid } = formOf(await firstCall())
    expect({ NumMedia, MessageSid }).toMatchObject({
      NumMedia: '1',
      MessageSid: expect.stringMatching(/^MM/)
    })
    expect((await fetch(MediaUrl0)).status).toBe(401)
    const path = MediaUrl0.split(TWILIO.accountSid)[1]!
    expect(await (await company().twilio(path)).bytes()).toEqual(MUG)
  })

  it('is tried again as often as the fragment of the URL says', async () => {
    company().answers(() => ({ status: 500 }))
    write('hello')
    await company().got(calls => calls.length === 6)
    const tokens = company().calls.map(({ headers }) => headers['i-twilio-idempotency-token'])
    expect(new Set(tokens).size).toBe(1)
  })

  it('is not tried again after an error when nobody asked for it', async () => {
    company().networks.setWebhooks({ whatsapp: '', twilio: `${company().url}/hooks/plain` })
    company().answers(() => ({ status: 500 }))
    write('first')
    write('second')
    await company().got(calls => calls.length === 2)
    expect(company().calls.map(call => formOf(call).Body)).toEqual(['first', 'second'])
  })

  it.each([
    ['text/plain', 'OK', ['hello', 'OK']],
    ['text/xml', '<Response><Message>Thanks</Message></Response>', ['hello', 'Thanks']],
    ['text/xml', '<Response/>', ['hello']]
  ])('gets the answer of the webhook as a message: %s %s', async (type, body, texts) => {
    company().answers(() => ({ status: 200, type, body }))
    const bubble = write('hello')
    const { phone } = company().networks
    await phone.until(() => bubble.tick === 'delivered' && textsOnPhone().length === texts.length)
    expect(textsOnPhone()).toEqual(texts)
  })
})

describe('what the company texts', () => {
  it('is taken, shows on the phone, and tells how far it got', async () => {
    const StatusCallback = `${company().url}/hooks/sms?delivery=1#rc=2`
    const answer = await send({ StatusCallback })
    const message = await answer.json()
    expect(answer.status).toBe(201)
    expect(message).toMatchObject({ status: 'queued', num_segments: '1', to: MAJA })

    await company().got(calls => statusesIn(calls).length === 3)
    expect(statusesIn(company().calls)).toEqual(['queued', 'sent', 'delivered'])
    expect(textsOnPhone()).toEqual(['Hej!'])
    for (const [index, name] of ['queued', 'sent', 'delivered'].entries()) {
      const call = company().calls[index]!
      const form = formOf(call)
      expect(call.path).toBe('/hooks/sms?delivery=1')
      expect(keysOf(form)).toEqual(keysOf(readFixture(`twilio/st-${name}.json`).params))
      const signed = `${company().url}/hooks/sms?delivery=1${fieldsOf(form)}`
      const signature = createHmac('sha1', TWILIO.authToken).update(signed).digest('base64')
      expect(call.headers['x-twilio-signature']).toBe(signature)
    }
  })

  it('can be looked up and listed by number and day', async () => {
    const { sid } = await (await send()).json()
    const { phone, clock } = company().networks
    await phone.until(() => textsOnPhone().length)
    const one = await (await company().twilio(`/Messages/${sid}.json`)).json()
    expect(one).toMatchObject({ sid, status: 'delivered', direction: 'outbound-api' })

    const today = new Date(clock.now()).toISOString().slice(0, 10)
    const list = async (query: string) =>
      (await (await company().twilio(`/Messages.json?${query}`)).json()).messages
    expect(await list(`To=%2B46700000001&DateSent>=${today}`)).toHaveLength(1)
    expect(await list('To=%2B46700000002')).toEqual([])
    expect(await list('DateSent>=2199-01-01')).toEqual([])
    expect((await company().twilio('/Messages/SM0.json')).status).toBe(404)
  })

  it.each([
    ['a wrong password', {}, 'wrong', 401, 20003],
    ['a wrong number', { To: '0700000001' }, undefined, 400, 21211],
    ["somebody else's number", { From: '+46766999999' }, undefined, 400, 21606],
    ['no text', { Body: '' }, undefined, 400, 21602],
    ['a text that is too long', { Body: 'x'.repeat(1601) }, undefined, 400, 21617],
    ['a callback that is no URL', { StatusCallback: '/hooks' }, undefined, 400, 21609]
  ])('is refused with %s', async (_, form, token, status, code) => {
    const answer = await send(form, token)
    expect(answer.status).toBe(status)
    expect((await answer.json()).code).toBe(code)
  })

  it('does not arrive at a number nobody has', async () => {
    await send({ To: '+46799999999', StatusCallback: `${company().url}/s` })
    const last = await company().got(calls => calls.length === 3 && calls[2])
    expect(formOf(last!)).toMatchObject({ MessageStatus: 'undelivered', ErrorCode: '30003' })
  })
})

describe('STOP', () => {
  it('is answered by the network itself, told to the company, and holds until START', async () => {
    write('Stop ')
    const told = formOf(await firstCall())
    expect(keysOf(told)).toEqual(keysOf(readFixture('twilio/in-sms-stop.json').params))
    const { phone } = company().networks
    await phone.until(() => textsOnPhone()[1]?.startsWith('You have successfully been unsub'))

    const refused = await send()
    const { http_status, body } = readFixture('twilio/err-sync-21610.json')
    expect(refused.status).toBe(http_status)
    expect(await refused.json()).toEqual(body)

    write('YES')
    expect(formOf((await company().got(calls => calls[1]))!).OptOutType).toBe('START')
    expect((await send()).status).toBe(201)
  })

  it('leaves "yes" alone when nobody is out, and answers HELP', async () => {
    write('Yes')
    expect(formOf(await firstCall())).not.toHaveProperty('OptOutType')
    write('help')
    expect(formOf((await company().got(calls => calls[1]))!).OptOutType).toBe('HELP')
  })
})

it.each([
  ['Hej på dig, är den blå?', 1],
  ['x'.repeat(160), 1],
  ['x'.repeat(161), 2],
  ['€'.repeat(81), 2],
  ['Ж'.repeat(70), 1],
  [`${'x'.repeat(70)}”`, 2],
  ['🎉'.repeat(36), 2]
])('counts the text messages in %s', (text, segments) => {
  expect(countSegments(text)).toBe(segments)
})

const fieldsOf = (form: Record<string, string>) =>
  Object.keys(form)
    .sort()
    .map(name => name + form[name])
    .join('')
