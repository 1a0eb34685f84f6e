import { createHmac } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Company, type Got, MAJA, MUG, openCompany, WHATSAPP } from '../../doubles/company.ts'
import { keysOf, readFixture } from './shape.ts'

const MESSAGES = `/v23.0/${WHATSAPP.phoneNumberId}/messages`
const PNG = { name: 'mug.png', mime: 'image/png', bytes: MUG }

let company: Company
beforeEach(async () => {
  company = await openCompany()
})
afterEach(() => company.close())

const write = (text: string, number = MAJA) =>
  company.networks.phone.write(number, 'whatsapp', { text })

/** The values of every change the company was told of. */
const valuesIn = (calls: Got[]) =>
  calls.flatMap(({ body }) =>
    JSON.parse(body).entry.flatMap((entry: { changes: { value: Record<string, never> }[] }) =>
      entry.changes.map(change => change.value)
    )
  )
const statusesIn = (calls: Got[]) => valuesIn(calls).flatMap(value => value.statuses ?? [])
const messagesIn = (calls: Got[]) => valuesIn(calls).flatMap(value => value.messages ?? [])

const firstCall = () => company.got(calls => calls[0])

/** A text to Maja, who wrote first. */
async function reply(body: Record<string, unknown> = {}) {
  write('hello')
  await firstCall()
  const text = { type: 'text', text: { body: 'Hej!' } }
  const message = { messaging_product: 'whatsapp', to: '46700000001', ...text, ...body }
  return company.meta(MESSAGES, message)
}

describe('what somebody writes on WhatsApp', () => {
  it('reaches the webhook in the shape of the recorded one', async () => {
    write('Does it come in another color?')
    const { body } = await firstCall()
    expect(keysOf(JSON.parse(body))).toEqual(
      keysOf(readFixture('whatsapp-cloud/in-text-phone-and-bsuid.json'))
    )
    expect(messagesIn(company.calls)).toMatchObject([
      { from: '46700000001', type: 'text', text: { body: 'Does it come in another color?' } }
    ])
  })

  it('names nobody by number who keeps it to themselves', async () => {
    company.networks.phone.setSharesNumber(MAJA, false)
    write('testing')
    const { body } = await firstCall()
    expect(keysOf(JSON.parse(body))).toEqual(
      keysOf(readFixture('whatsapp-cloud/in-text-bsuid-only.json'))
    )
    expect(body).not.toContain('46700000001')
  })

  it('is signed over the very bytes, which hold no letter beyond ASCII and no bare slash', async () => {
    write('Hej på dig! https://norrsken.example/ 🎉')
    const { body, headers } = await firstCall()
    const signature = createHmac('sha256', WHATSAPP.appSecret).update(body).digest('hex')
    expect(headers['x-hub-signature-256']).toBe(`sha256=${signature}`)
    expect(body).toContain('p\\u00e5 dig! https:\\/\\/norrsken.example\\/ \\ud83c\\udf89')
    expect(JSON.stringify(JSON.parse(body))).not.toBe(body)
  })

  it('sends a picture as a note of it, to be fetched with the token', async () => {
    company.networks.phone.write(MAJA, 'whatsapp', { text: 'This one', file: PNG })
    const { body } = await firstCall()
    const plain = keysOf(JSON.parse(body)).filter(key => !key.includes('user_id'))
    expect(plain).toEqual(keysOf(readFixture('whatsapp-cloud/in-image.json')))

    const [{ image }] = messagesIn(company.calls)
    const media = await (await company.meta(`/v23.0/${image.id}`)).json()
    expect(media).toMatchObject({ mime_type: 'image/png', file_size: 4 })
    const path = media.url.slice(company.networks.url.length)
    expect((await company.meta(path, undefined, 'wrong')).status).toBe(401)
    expect([...(await (await company.meta(path)).bytes())]).toEqual([...PNG.bytes])

    company.networks.clock.advance(6 * 60_000)
    expect((await company.meta(path)).status).toBe(404)
  })

  it('gets its second tick when the webhook took it, and turns blue when it was read', async () => {
    const bubble = write('hello')
    expect(bubble.tick).toBe('sent')
    await company.networks.phone.until(() => bubble.tick === 'delivered')
    const read = { messaging_product: 'whatsapp', status: 'read', message_id: bubble.id }
    const typing = { typing_indicator: { type: 'text' } }
    const answer = await company.meta(MESSAGES, { ...read, ...typing })
    expect(await answer.json()).toEqual({ success: true })
    expect(bubble.tick).toBe('read')
    expect(company.networks.phone.chat(MAJA, 'whatsapp').typing).toBe(true)
  })

  it('takes a reading only in Meta’s own words, and of a message it knows', async () => {
    const { id } = write('hello')
    const read = { messaging_product: 'whatsapp', status: 'read', message_id: id }
    const odd = [
      { ...read, messaging_product: 'sms' },
      { ...read, typing_indicator: { type: 'voice' } },
      { ...read, message_id: 'wamid.unheard' }
    ]
    for (const body of odd) expect((await company.meta(MESSAGES, body)).status).toBe(400)
  })

  it('comes again until it is answered with 200', async () => {
    company.answers(() => ({ status: company.calls.length < 4 ? 204 : 200 }))
    const bubble = write('hello')
    await company.networks.phone.until(() => bubble.tick === 'delivered')
    expect(new Set(company.calls.map(({ body }) => body)).size).toBe(1)
    expect(company.calls).toHaveLength(4)
  })

  it('travels in batches while the webhook is slow', async () => {
    for (const text of ['one', 'two', 'three']) write(text)
    await company.got(calls => messagesIn(calls).length === 3)
    expect(company.calls).toHaveLength(1)
  })

  it('waits until the webhook has passed its check', async () => {
    company.networks.setWebhooks({ whatsapp: `${company.networks.url}/v1/x`, twilio: '' })
    write('hello')
    await company.networks.phone.until(() => company.networks.troubles().length)
    expect(company.networks.troubles()).toEqual([
      'WhatsApp could not verify the webhook: it answered 401'
    ])
    expect(company.calls).toEqual([])
  })
})

describe('what the company sends on WhatsApp', () => {
  it('is taken with an id, shows on the phone, and tells how far it got', async () => {
    const answer = await reply({ biz_opaque_callback_data: 'delivery-1' })
    const { contacts, messages } = await answer.json()
    expect(contacts).toEqual([{ input: '46700000001', wa_id: '46700000001' }])
    expect(messages[0].id).toMatch(/^wamid\./)

    const { phone } = company.networks
    await phone.until(() => phone.chat(MAJA, 'whatsapp').unread === 1)
    await company.got(calls => statusesIn(calls).length === 2)
    phone.read(MAJA, 'whatsapp')
    await company.got(calls => statusesIn(calls).length === 3)
    const statuses = statusesIn(company.calls)
    expect(statuses.map(({ status }) => status)).toEqual(['sent', 'delivered', 'read'])
    for (const status of statuses) {
      expect(status).toMatchObject({ id: messages[0].id, biz_opaque_callback_data: 'delivery-1' })
    }
    const sent = valuesIn(company.calls).find(value => value.statuses)
    const recorded = readFixture('whatsapp-cloud/st-sent-2026.json').entry[0].changes[0].value
    expect(keysOf(sent)).toEqual([...keysOf(recorded), 'statuses.biz_opaque_callback_data'].sort())
  })

  it('reaches somebody by scoped id, and names no number then', async () => {
    company.networks.phone.setSharesNumber(MAJA, false)
    const answer = await reply({ to: undefined, recipient: 'SE.2081000000000001' })
    expect((await answer.json()).contacts[0].wa_id).toBeNull()
    const [status] = await company.got(calls => statusesIn(calls).length > 1 && statusesIn(calls))
    expect(status).toMatchObject({ recipient_user_id: 'SE.2081000000000001' })
    expect(status).not.toHaveProperty('recipient_id')
  })

  it('shows buttons, and a tap comes back in the shape of the recorded one', async () => {
    const buttons = [{ type: 'reply', reply: { id: 'mirror:yes', title: 'Show it' } }]
    const interactive = { type: 'button', body: { text: 'Show it here?' }, action: { buttons } }
    await reply({ type: 'interactive', text: undefined, interactive })
    const { phone } = company.networks
    const bubble = await phone.until(() => phone.chat(MAJA, 'whatsapp').bubbles[1])
    phone.tap(MAJA, 'whatsapp', { bubble: bubble.id, button: 'mirror:yes' })
    const tapped = await company.got(calls => messagesIn(calls)[1])
    const recorded = readFixture('whatsapp-cloud/in-button-reply.json').entry[0].changes[0].value
    expect(keysOf(tapped)).toEqual([...keysOf(recorded.messages[0]), 'from_user_id'].sort())
    expect(tapped).toMatchObject({ context: { id: bubble.id } })
  })

  it('fetches a picture by its link before it shows', async () => {
    await reply({ type: 'image', image: { link: `${company.url}/files/mug.png`, caption: 'Mug' } })
    const { phone } = company.networks
    const bubble = await phone.until(() => phone.chat(MAJA, 'whatsapp').bubbles[1])
    expect(bubble).toMatchObject({ text: 'Mug', file: { mime: 'image/png' } })
    expect(phone.file(bubble.file!.id)?.bytes).toEqual(MUG)
  })

  it('fails later when its picture cannot be fetched', async () => {
    await reply({ type: 'image', image: { link: `${company.url}/files/none.png` } })
    const failed = await company.got(calls => statusesIn(calls)[0])
    expect(failed).toMatchObject({ status: 'failed', errors: [{ code: 131053 }] })
  })

  it('is refused in the recorded shape once a day has passed, unless it is a template', async () => {
    write('hello')
    await firstCall()
    company.networks.clock.advance(25 * 60 * 60_000)
    const message = { messaging_product: 'whatsapp', to: '46700000001' }
    const refused = await company.meta(MESSAGES, { ...message, text: { body: 'Still there?' } })
    const error = await refused.json()
    expect(refused.status).toBe(400)
    expect(error.error.code).toBe(131047)
    expect(keysOf(error)).toEqual(keysOf(readFixture('whatsapp-cloud/err-sync-131047.json')))

    const parameters = [{ type: 'text', text: 'Your mug is here.' }]
    const components = [{ type: 'body', parameters }]
    const template = { name: 'answer', language: { code: 'en' }, components }
    const taken = await company.meta(MESSAGES, { ...message, type: 'template', template })
    expect(taken.status).toBe(200)
    const { phone } = company.networks
    await phone.until(() => phone.chat(MAJA, 'whatsapp').bubbles[1]?.text === 'Your mug is here.')

    write('thanks')
    expect((await company.meta(MESSAGES, { ...message, text: { body: 'Hej' } })).status).toBe(200)
  })

  it('brings the tap on a template back in the shape of the recorded one', async () => {
    await company.close()
    const winter = { name: 'winter', language: 'sv', body: 'Hej {{1}}!', buttons: ['Avsluta'] }
    company = await openCompany({ templates: [winter] })
    const parameters = [{ type: 'text', text: 'Maja' }]
    const components = [{ type: 'body', parameters }]
    const template = { name: 'winter', language: { code: 'sv' }, components }
    await company.meta(MESSAGES, {
      messaging_product: 'whatsapp',
      to: '46700000001',
      type: 'template',
      template
    })
    const { phone } = company.networks
    const bubble = await phone.until(() => phone.chat(MAJA, 'whatsapp').bubbles[0])
    expect(bubble.text).toBe('Hej Maja!')
    phone.tap(MAJA, 'whatsapp', { bubble: bubble.id, button: 'Avsluta' })
    const tapped = await company.got(calls => messagesIn(calls)[0])
    const recorded = readFixture('whatsapp-cloud/in-template-button.json').entry[0].changes[0].value
    expect(keysOf(tapped)).toEqual([...keysOf(recorded.messages[0]), 'from_user_id'].sort())
  })

  it.each([
    ['a wrong token', { token: 'wrong' }, 401, 190],
    ['another product', { messaging_product: 'sms' }, 400, 100],
    ['nobody to send to', { to: undefined }, 400, 100],
    ['an empty text', { text: { body: ' ' } }, 400, 100],
    ['a text that is too long', { text: { body: 'x'.repeat(4097) } }, 400, 100],
    ['an unknown template', { type: 'template', template: { name: 'x' } }, 404, 132001],
    ['four buttons', { type: 'interactive', interactive: interactiveOf(4, 'Yes') }, 400, 100],
    [
      'a long button',
      { type: 'interactive', interactive: interactiveOf(1, 'x'.repeat(21)) },
      400,
      100
    ],
    ['two ways to a file', { type: 'image', image: { link: 'https://a', id: '1' } }, 400, 100]
  ])('is refused with %s', async (_, wrong: Record<string, unknown>, status, code) => {
    const message = { messaging_product: 'whatsapp', to: '46700000001', text: { body: 'Hej' } }
    const answer = await company.meta(MESSAGES, { ...message, ...wrong }, wrong.token as string)
    expect(answer.status).toBe(status)
    expect((await answer.json()).error.code).toBe(code)
  })

  it('fails later for a number nobody has', async () => {
    const answer = await reply({ to: '46799999999' })
    expect(answer.status).toBe(200)
    const status = await company.got(calls => statusesIn(calls)[0])
    const recorded = readFixture('whatsapp-cloud/st-failed-131047.json').entry[0].changes[0].value
    expect(status).toMatchObject({ status: 'failed', errors: [{ code: 131026 }] })
    expect(keysOf(status)).toEqual(keysOf(recorded.statuses[0]))
  })
})

function interactiveOf(count: number, title: string) {
  const buttons = Array.from({ length: count }, (_, id) => ({
    type: 'reply',
    reply: { id: String(id), title }
  }))
  return { type: 'button', body: { text: 'Well?' }, action: { buttons } }
}
