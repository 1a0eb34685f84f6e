import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { MAJA, MUG, WHATSAPP } from '../../doubles/company.ts'
import { useCompany } from '../../doubles/use-company.ts'
import { keysOf, readFixture } from './shape.ts'
import { MESSAGES, messagesIn, writeTo } from './whatsapp-calls.ts'

const PNG = { name: 'mug.png', mime: 'image/png', bytes: MUG }

const company = useCompany()

const write = (text: string) => writeTo(company(), text)
const firstCall = () => company().got(calls => calls[0])

describe('what somebody writes on WhatsApp', () => {
  it('reaches the webhook in the shape of the recorded one', async () => {
    write('Does it come in another color?')
    const { body } = await firstCall()
    expect(keysOf(JSON.parse(body))).toEqual(
      keysOf(readFixture('whatsapp-cloud/in-text-phone-and-bsuid.json'))
    )
    expect(messagesIn(company().calls)).toMatchObject([
      { from: '46700000001', type: 'text', text: { body: 'Does it come in another color?' } }
    ])
  })

  it('names nobody by number who keeps it to themselves', async () => {
    company().networks.phone.setSharesNumber(MAJA, false)
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
    company().networks.phone.write(MAJA, 'whatsapp', { text: 'This one', file: PNG })
    const { body } = await firstCall()
    const plain = keysOf(JSON.parse(body)).filter(key => !key.includes('user_id'))
    expect(plain).toEqual(keysOf(readFixture('whatsapp-cloud/in-image.json')))

    const [{ image }] = messagesIn(company().calls)
    const media = await (await company().meta(`/v23.0/${image.id}`)).json()
    expect(media).toMatchObject({ mime_type: 'image/png', file_size: 4 })
    const path = media.url.slice(company().networks.url.length)
    expect((await company().meta(path, undefined, 'wrong')).status).toBe(401)
    expect([...(await (await company().meta(path)).bytes())]).toEqual([...PNG.bytes])

    company().networks.clock.advance(6 * 60_000)
    expect((await company().meta(path)).status).toBe(404)
  })

  it('gets its second tick when the webhook took it, and turns blue when it was read', async () => {
    const bubble = write('hello')
    expect(bubble.tick).toBe('sent')
    await company().networks.phone.until(() => bubble.tick === 'delivered')
    const read = { messaging_product: 'whatsapp', status: 'read', message_id: bubble.id }
    const typing = { typing_indicator: { type: 'text' } }
    const answer = await company().meta(MESSAGES, { ...read, ...typing })
    expect(await answer.json()).toEqual({ success: true })
    expect(bubble.tick).toBe('read')
    expect(company().networks.phone.chat(MAJA, 'whatsapp').typing).toBe(true)
  })

  it('takes a reading only in Meta’s own words, and of a message it knows', async () => {
    const { id } = write('hello')
    const read = { messaging_product: 'whatsapp', status: 'read', message_id: id }
    const odd = [
      { ...read, messaging_product: 'sms' },
      { ...read, typing_indicator: { type: 'voice' } },
      { ...read, message_id: 'wamid.unheard' }
    ]
    for (const body of odd) expect((await company().meta(MESSAGES, body)).status).toBe(400)
  })

  it('comes again until it is answered with 200', async () => {
    company().answers(() => ({ status: company().calls.length < 4 ? 204 : 200 }))
    const bubble = write('hello')
    await company().networks.phone.until(() => bubble.tick === 'delivered')
    expect(new Set(company().calls.map(({ body }) => body)).size).toBe(1)
    expect(company().calls).toHaveLength(4)
  })

  it('travels in batches while the webhook is slow', async () => {
    for (const text of ['one', 'two', 'three']) write(text)
    await company().got(calls => messagesIn(calls).length === 3)
    expect(company().calls).toHaveLength(1)
  })

  it('waits until the webhook has passed its check', async () => {
    company().networks.setWebhooks({ whatsapp: `${company().networks.url}/v1/x`, twilio: '' })
    write('hello')
    await company().networks.phone.until(() => company().networks.troubles().length)
    expect(company().networks.troubles()).toEqual([
      'WhatsApp could not verify the webhook: it answered 401'
    ])
    expect(company().calls).toEqual([])
  })
})
