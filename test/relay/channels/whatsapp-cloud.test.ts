import { describe, expect, it } from 'vitest'
import { itIsAChannel } from './contract.ts'
import { fixture, fixturesOf, metaCall } from './fixtures.ts'
import { NOW, open } from './whatsapp-account.ts'
import { whatsappEvents } from './whatsapp-events.ts'

const webhooks = fixturesOf('whatsapp-cloud').filter(name => !name.includes('err-'))

itIsAChannel({
  name: 'WhatsApp Cloud API',
  open,
  genuine: Object.fromEntries(
    webhooks.map(name => [name, { call: metaCall(fixture(name)), events: whatsappEvents[name]! }])
  ),
  sign: metaCall,
  unheardOf: metaCall({
    object: 'whatsapp_business_account',
    entry: [{ changes: [{ field: 'flows', value: { event: 'FLOW_STATUS_CHANGE' } }] }]
  }),
  nonsense: ['', 'Unheard=of', '[]', '"text"', 'null', '{"entry":[', '\u0000'],
  to: ['whatsapp:SE.12345', 'phone:+46700000001'],
  accepted: {
    status: 200,
    body: { messages: [{ id: 'wamid.OUT1' }], contacts: [{ input: '46700000001', wa_id: null }] },
    providerId: 'wamid.OUT1'
  }
})

/** A webhook with these messages and statuses for one of our numbers. */
const batch = (value: object, phoneNumberId = '106540352242922') => ({
  field: 'messages',
  value: { metadata: { phone_number_id: phoneNumberId }, ...value }
})
const textFrom = (from: string, id: string) => ({
  from,
  id,
  timestamp: '1750000000',
  type: 'text',
  text: { body: id }
})
const parse = (...changes: object[]) =>
  open().parse(metaCall({ object: 'whatsapp_business_account', entry: [{ changes }] }))
const parseMessage = (message: object) =>
  parse(batch({ messages: [{ ...textFrom('46700000001', 'm1'), ...message }] }))

describe('a WhatsApp webhook', () => {
  it('is signed over the very bytes, escapes and all', () => {
    const call = metaCall({ text: 'Räksmörgås 🦐 a/b' })
    expect(new TextDecoder().decode(call.body)).toContain('\\u00e4')
    expect(open().verify(call)).toBe(true)
    const rewritten = JSON.stringify(JSON.parse(new TextDecoder().decode(call.body)))
    expect(open().verify({ ...call, body: new TextEncoder().encode(rewritten) })).toBe(false)
  })

  it('is refused when no secret is configured', () => {
    const call = metaCall({}, ' ')
    expect(open(undefined, 0, { appSecret: '' }).verify(call)).toBe(false)
  })

  it('tells everything of a batch, of every entry and change, in order', () => {
    const one = batch({
      messages: [textFrom('46700000001', 'm1'), textFrom('46700000002', 'm2')],
      statuses: [{ id: 'm0', status: 'read', timestamp: '1750000001' }]
    })
    const two = batch({ messages: [textFrom('46700000001', 'm3')] })
    const body = { entry: [{ changes: [one, two] }, { changes: [two] }] }
    const ids = open()
      .parse(metaCall(body))
      .map(({ providerId }) => providerId)
    expect(ids).toEqual(['m1', 'm2', 'm0', 'm3', 'm3'])
  })

  it('tells nothing of the company’s other numbers', () => {
    expect(parse(batch({ messages: [textFrom('46700000001', 'm1')] }, '999'))).toEqual([])
  })

  it('keeps the good parts when one part makes no sense', () => {
    const good = textFrom('46700000001', 'm1')
    const odd = [null, 7, 'text', [], {}, { id: 'm2' }, { ...good, id: 8, from: [] }]
    const events = parse(batch({ messages: [...odd, good], statuses: [null, { status: 'sent' }] }))
    expect(events.map(({ providerId }) => providerId)).toEqual(['m1'])
  })

  it.each(['constructor', '__proto__', 'toString', 'poll_creation', '', null])(
    'shows that a message of type %j was there',
    type => {
      expect(parseMessage({ type })).toMatchObject([
        { type: 'message', text: '[A message that cannot be shown here]', files: [] }
      ])
    }
  )

  it('takes voice, video, stickers and documents as files', () => {
    const file = (type: string, media: object) =>
      parseMessage({ type, [type]: { id: 'f1', ...media } })
    expect(file('audio', { mime_type: 'audio/ogg; codecs=opus' })).toMatchObject([
      { text: '', files: [{ ref: 'f1', name: 'audio.ogg', mime: 'audio/ogg' }] }
    ])
    expect(
      file('document', { mime_type: 'application/pdf', filename: 'Kvitto.pdf', caption: 'Här' })
    ).toMatchObject([
      { text: 'Här', files: [{ ref: 'f1', name: 'Kvitto.pdf', mime: 'application/pdf' }] }
    ])
    expect(file('sticker', { mime_type: 'image/webp' })).toMatchObject([
      { files: [{ name: 'sticker.webp' }] }
    ])
    expect(file('video', { mime_type: 'nonsense' })).toMatchObject([
      { files: [{ name: 'video', mime: 'application/octet-stream' }] }
    ])
  })

  it('reads an order as lines', () => {
    const product_items = [{ product_retailer_id: 'MUG-1', quantity: 2 }]
    expect(parseMessage({ type: 'order', order: { text: 'Tack', product_items } })).toMatchObject([
      { text: 'Tack\n🛒 2 × MUG-1' }
    ])
  })

  it('tells our delivery’s id where Meta echoes it', () => {
    const status = { id: 'm0', status: 'delivered', timestamp: '1750000001' }
    expect(
      parse(batch({ statuses: [{ ...status, biz_opaque_callback_data: 'delivery-1' }] }))
    ).toEqual([
      {
        type: 'status',
        providerId: 'm0',
        delivery: 'delivery-1',
        status: 'delivered',
        at: 1_750_000_001_000
      }
    ])
  })

  it('says now where the time makes no sense', () => {
    for (const timestamp of [undefined, '', 'soon', '-1', '1e400']) {
      expect(parseMessage({ timestamp })).toMatchObject([{ at: NOW }])
    }
  })
})

describe('setting up a WhatsApp webhook', () => {
  const ask = (query: string, settings = {}) =>
    open(undefined, 0, settings).verify({
      method: 'GET',
      url: `https://relay.example/webhooks/wa?${query}`,
      headers: {},
      body: new Uint8Array()
    })
  const query = 'hub.mode=subscribe&hub.verify_token=meta-verify&hub.challenge=1158201444'

  it('sends the challenge back', () => {
    expect(ask(query)).toEqual({ challenge: '1158201444' })
  })

  it.each([
    query.replace('meta-verify', 'guess'),
    query.replace('subscribe', 'unsubscribe'),
    query.replace('1158201444', '%3Cscript%3E'),
    'hub.mode=subscribe&hub.challenge=1',
    ''
  ])('refuses %s', refused => {
    expect(ask(refused)).toBe(false)
  })

  it('refuses when no token is configured', () => {
    expect(ask(query.replace('meta-verify', ''), { verifyToken: '' })).toBe(false)
  })
})

describe('a WhatsApp account, for people', () => {
  it('shows its number as people read it', () => {
    expect(open().address).toBe('+46 76 600 00 00')
  })

  it('opens a draft', () => {
    expect(open().handoffLink('Fortsätt & gå #K7Q2-M9XD')).toBe(
      'https://wa.me/46766000000?text=Forts%C3%A4tt%20%26%20g%C3%A5%20%23K7Q2-M9XD'
    )
  })
})
