import { describe, expect, it, onTestFinished } from 'vitest'
import { MAJA, MUG, openCompany } from '../../doubles/company.ts'
import { useCompany } from '../../doubles/use-company.ts'
import { keysOf, readFixture } from './shape.ts'
import { MESSAGES, messagesIn, statusesIn, valuesIn, writeTo } from './whatsapp-calls.ts'

const company = useCompany()

const write = (text: string) => writeTo(company(), text)
const firstCall = () => company().got(calls => calls[0])

/** A text to Maja, who wrote first. */
async function reply(body: Record<string, unknown> = {}) {
  write('hello')
  await firstCall()
  const text = { type: 'text', text: { body: 'Hej!' } }
  const message = { messaging_product: 'whatsapp', to: '46700000001', ...text, ...body }
  return company().meta(MESSAGES, message)
}

describe('what the company sends on WhatsApp', () => {
  it('is taken with an id, shows on the phone, and tells how far it got', async () => {
    const answer = await reply({ biz_opaque_callback_data: 'delivery-1' })
    const { contacts, messages } = await answer.json()
    expect(contacts).toEqual([{ input: '46700000001', wa_id: '46700000001' }])
    expect(messages[0].id).toMatch(/^wamid\./)

    const { phone } = company().networks
    await phone.until(() => phone.chat(MAJA, 'whatsapp').unread === 1)
    await company().got(calls => statusesIn(calls).length === 2)
    phone.read(MAJA, 'whatsapp')
    await company().got(calls => statusesIn(calls).length === 3)
    const statuses = statusesIn(company().calls)
    expect(statuses.map(({ status }) => status)).toEqual(['sent', 'delivered', 'read'])
    for (const status of statuses) {
      expect(status).toMatchObject({ id: messages[0].id, biz_opaque_callback_data: 'delivery-1' })
    }
    const sent = valuesIn(company().calls).find(value => value.statuses)
    const recorded = readFixture('whatsapp-cloud/st-sent-2026.json').entry[0].changes[0].value
    expect(keysOf(sent)).toEqual([...keysOf(recorded), 'statuses.biz_opaque_callback_data'].sort())
  })

  it('reaches somebody by scoped id, and names no number then', async () => {
    company().networks.phone.setSharesNumber(MAJA, false)
    const answer = await reply({ to: undefined, recipient: 'SE.2081000000000001' })
    expect((await answer.json()).contacts[0].wa_id).toBeNull()
    const [status] = await company().got(calls => statusesIn(calls).length > 1 && statusesIn(calls))
    expect(status).toMatchObject({ recipient_user_id: 'SE.2081000000000001' })
    expect(status).not.toHaveProperty('recipient_id')
  })

  it('shows buttons, and a tap comes back in the shape of the recorded one', async () => {
    const buttons = [{ type: 'reply', reply: { id: 'mirror:yes', title: 'Show it' } }]
    const interactive = { type: 'button', body: { text: 'Show it here?' }, action: { buttons } }
    await reply({ type: 'interactive', text: undefined, interactive })
    const { phone } = company().networks
    const bubble = await phone.until(() => phone.chat(MAJA, 'whatsapp').bubbles[1])
    phone.tap(MAJA, 'whatsapp', { bubble: bubble.id, button: 'mirror:yes' })
    const tapped = await company().got(calls => messagesIn(calls)[1])
    const recorded = readFixture('whatsapp-cloud/in-button-reply.json').entry[0].changes[0].value
    expect(keysOf(tapped)).toEqual([...keysOf(recorded.messages[0]), 'from_user_id'].sort())
    expect(tapped).toMatchObject({ context: { id: bubble.id } })
  })

  it('fetches a picture by its link before it shows', async () => {
    await reply({
      type: 'image',
      image: { link: `${company().url}/files/mug.png`, caption: 'Mug' }
    })
    const { phone } = company().networks
    const bubble = await phone.until(() => phone.chat(MAJA, 'whatsapp').bubbles[1])
    expect(bubble).toMatchObject({ text: 'Mug', file: { mime: 'image/png' } })
    expect(phone.file(bubble.file!.id)?.bytes).toEqual(MUG)
  })

  it('fails later when its picture cannot be fetched', async () => {
    await reply({ type: 'image', image: { link: `${company().url}/files/none.png` } })
    const failed = await company().got(calls => statusesIn(calls)[0])
    expect(failed).toMatchObject({ status: 'failed', errors: [{ code: 131053 }] })
  })

  it('is refused in the recorded shape once a day has passed, unless it is a template', async () => {
    write('hello')
    await firstCall()
    company().networks.clock.advance(25 * 60 * 60_000)
    const message = { messaging_product: 'whatsapp', to: '46700000001' }
    const refused = await company().meta(MESSAGES, { ...message, text: { body: 'Still there?' } })
    const error = await refused.json()
    expect(refused.status).toBe(400)
    expect(error.error.code).toBe(131047)
    expect(keysOf(error)).toEqual(keysOf(readFixture('whatsapp-cloud/err-sync-131047.json')))

    const parameters = [{ type: 'text', text: 'Your mug is here.' }]
    const components = [{ type: 'body', parameters }]
    const template = { name: 'answer', language: { code: 'en' }, components }
    const taken = await company().meta(MESSAGES, { ...message, type: 'template', template })
    expect(taken.status).toBe(200)
    const { phone } = company().networks
    await phone.until(() => phone.chat(MAJA, 'whatsapp').bubbles[1]?.text === 'Your mug is here.')

    write('thanks')
    expect((await company().meta(MESSAGES, { ...message, text: { body: 'Hej' } })).status).toBe(200)
  })

  it('brings the tap on a template back in the shape of the recorded one', async () => {
    const winter = { name: 'winter', language: 'sv', body: 'Hej {{1}}!', buttons: ['Avsluta'] }
    const company = await openCompany({ templates: [winter] })
    onTestFinished(company.close)
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
    const answer = await company().meta(MESSAGES, { ...message, ...wrong }, wrong.token as string)
    expect(answer.status).toBe(status)
    expect((await answer.json()).error.code).toBe(code)
  })

  it('fails later for a number nobody has', async () => {
    const answer = await reply({ to: '46799999999' })
    expect(answer.status).toBe(200)
    const status = await company().got(calls => statusesIn(calls)[0])
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
