import { describe, expect, it } from 'vitest'
import type { ChannelEvent } from '../../../relay/src/core/channel.ts'
import { itIsAChannel } from './contract.ts'
import { fixture, signedForm, twilioCall } from './fixtures.ts'
import { MESSAGE, NOW, open, received, SID } from './twilio-account.ts'

const recorded = (name: string, events: ChannelEvent[]) => ({
  [`twilio/${name}`]: { call: twilioCall(fixture(`twilio/${name}`)), events }
})

const said = (text: string, more = {}): ChannelEvent => ({
  type: 'message',
  providerId: MESSAGE,
  from: ['phone:+46700000001'],
  text,
  files: [],
  at: NOW,
  ...more
})

itIsAChannel({
  name: 'Twilio SMS',
  open,
  genuine: {
    ...recorded('in-sms-text', [said('Hej! Finns den i blått?')]),
    ...recorded('in-sms-stop', [said('STOP', { optOut: 'stop' })]),
    ...recorded('st-queued', []),
    ...recorded('st-sent', [{ type: 'status', providerId: MESSAGE, status: 'sent', at: NOW }]),
    ...recorded('st-delivered', [
      { type: 'status', providerId: MESSAGE, status: 'delivered', at: NOW }
    ]),
    // WhatsApp over Twilio is another network, and no SMS.
    ...recorded('st-whatsapp-read', []),
    ...recorded('in-whatsapp-button-2026', [])
  },
  sign: signedForm,
  unheardOf: signedForm({ AccountSid: SID, MessageSid: MESSAGE, EventType: 'NEW' }),
  nonsense: ['', 'Unheard=of', '{"object":"whatsapp_business_account"}', 'AccountSid=', '&&&'],
  to: ['phone:+46700000001'],
  accepted: { status: 201, body: { sid: MESSAGE, status: 'queued' }, providerId: MESSAGE }
})

describe('a Twilio webhook', () => {
  const parse = (form: Record<string, string>, url?: string) =>
    open().parse(signedForm(form, url ? { url } : {}))

  it('says nothing of other accounts', () => {
    expect(parse({ ...received, AccountSid: 'AC999' })).toEqual([])
  })

  it('holds pictures, kept by their path alone', () => {
    const path = `/2010-04-01/Accounts/${SID}/Messages/${MESSAGE}/Media/ME1`
    const events = parse({
      ...received,
      Body: '',
      NumMedia: '3',
      MediaUrl0: `https://api.twilio.com${path}`,
      MediaContentType0: 'image/jpeg',
      MediaUrl1: `https://api.twilio.com${path}2`,
      MediaContentType1: 'application/pdf',
      MediaUrl2: 'nonsense'
    })
    expect(events).toEqual([
      said('', {
        files: [
          { ref: path, name: 'image.jpg', mime: 'image/jpeg' },
          { ref: `${path}2`, name: 'file.pdf', mime: 'application/pdf' }
        ]
      })
    ])
  })

  it('survives any number of pictures', () => {
    for (const NumMedia of ['-1', '1e9', 'NaN', 'x', '99999999999']) {
      expect(parse({ ...received, NumMedia })).toEqual([said('Hej')])
    }
  })

  it('names senders that are no phone', () => {
    expect(parse({ ...received, From: '71700' })).toMatchObject([{ from: ['sms:71700'] }])
    expect(parse({ ...received, From: 'Posten' })).toMatchObject([{ from: ['sms:Posten'] }])
  })

  it.each([
    ['START', 'start'],
    ['help', 'help'],
    ['STOP', 'stop']
  ])('tells that Twilio answered %s itself', (OptOutType, optOut) => {
    expect(parse({ ...received, OptOutType })).toMatchObject([{ optOut }])
  })

  const status = (MessageStatus: string, ErrorCode: string, url?: string) =>
    parse({ AccountSid: SID, MessageSid: MESSAGE, MessageStatus, ErrorCode }, url)

  it('tells which delivery a status is of', () => {
    const url = 'https://relay.example/webhooks/sms?delivery=delivery-1'
    expect(status('sent', '', url)).toMatchObject([{ delivery: 'delivery-1', status: 'sent' }])
  })

  it('tells why a message failed, and what may be done', () => {
    expect(status('undelivered', '30005')).toMatchObject([
      { status: 'failed', why: 'unreachable_person', reason: { code: '30005' } }
    ])
    expect(status('failed', '30001')).toMatchObject([{ reason: { code: '30001' } }])
    expect(status('failed', '30001')[0]).not.toHaveProperty('why')
    expect(status('failed', '')).toMatchObject([
      { reason: { code: 'none', text: 'The network gave no reason.' } }
    ])
    expect(status('failed', '39999')).toMatchObject([
      { reason: { code: '39999', text: 'Twilio error 39999.' } }
    ])
  })
})

describe('an SMS account, for people', () => {
  it('shows its number as people read it', () => {
    expect(open().address).toBe('+46 76 600 00 00')
  })

  it('opens a draft, on iPhones and others', () => {
    expect(open().handoffLink('Gå vidare & #K7Q2-M9XD')).toBe(
      'sms:+46766000000?&body=G%C3%A5%20vidare%20%26%20%23K7Q2-M9XD'
    )
  })
})
