import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Outgoing, Refusal } from '../../../relay/src/core/channel.ts'
import { type Provider, startProvider } from '../../doubles/provider.ts'
import { fixture } from './fixtures.ts'
import { open } from './whatsapp-account.ts'

const message = (
  content: Partial<Outgoing['content']>,
  more: Partial<Outgoing> = {}
): Outgoing => ({
  to: ['phone:+46700000001'],
  content: { text: '', files: [], buttons: [], ...content },
  delivery: 'delivery-1',
  ...more
})
const picture = { url: 'https://relay.example/f/1', name: 'mug.png', mime: 'image/png' }
const paper = { url: 'https://relay.example/f/2', name: 'Kvitto.pdf', mime: 'application/pdf' }
const yesNo = [
  { id: 'mirror:yes', title: 'Yes, show it' },
  { id: 'mirror:no', title: 'No' }
]
const replies = yesNo.map(reply => ({ type: 'reply', reply }))

describe('a message to WhatsApp', () => {
  let provider: Provider
  beforeAll(async () => {
    provider = await startProvider()
  })
  beforeEach(() => {
    provider.asked.length = 0
    provider.answers({ status: 200, body: { messages: [{ id: 'wamid.1' }] } })
  })
  afterAll(() => provider.close())

  const wireOf = async (outgoing: Outgoing) => {
    expect(await open(provider.url).send(outgoing)).toMatchObject({ kind: 'accepted' })
    return JSON.parse(provider.asked.at(-1)!.body)
  }

  it('is this request and no other', async () => {
    const wire = await wireOf(message({ text: 'Hej å' }))
    expect(wire).toEqual({
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      to: '46700000001',
      type: 'text',
      text: { body: 'Hej å', preview_url: false },
      biz_opaque_callback_data: 'delivery-1'
    })
    expect(provider.asked).toMatchObject([
      {
        method: 'POST',
        path: '/v23.0/106540352242922/messages',
        headers: { authorization: 'Bearer meta-token', 'content-type': 'application/json' }
      }
    ])
  })

  it('keeps only the host of the configured API address', async () => {
    await open(`${provider.url}/some/path?x=1`).send(message({ text: 'Hej' }))
    expect(provider.asked[0]!.path).toBe('/v23.0/106540352242922/messages')
  })

  it('goes to the scoped id when there is no number', async () => {
    const wire = await wireOf(message({ text: 'Hej' }, { to: ['whatsapp:SE.12345'] }))
    expect(wire).toMatchObject({ recipient: 'SE.12345' })
    expect(wire).not.toHaveProperty('to')
  })

  it('goes to the number alone when there are both', async () => {
    const wire = await wireOf(
      message({ text: 'Hej' }, { to: ['whatsapp:SE.12345', 'phone:+46700000001'] })
    )
    expect(wire).toMatchObject({ to: '46700000001' })
    expect(wire).not.toHaveProperty('recipient')
  })

  it('carries a picture with its caption', async () => {
    expect(await wireOf(message({ text: 'Så här', files: [picture] }))).toMatchObject({
      type: 'image',
      image: { link: picture.url, caption: 'Så här' }
    })
  })

  it('carries a document with its name', async () => {
    expect(await wireOf(message({ files: [paper] }))).toMatchObject({
      type: 'document',
      document: { link: paper.url, filename: 'Kvitto.pdf' }
    })
  })

  it('links what it cannot carry: other kinds, more than one, and pictures with a long text', async () => {
    const zip = { url: 'https://relay.example/f/3', name: 'a.zip', mime: 'application/zip' }
    expect((await wireOf(message({ text: 'Se', files: [zip] }))).text.body).toBe(`Se\n${zip.url}`)
    expect(await wireOf(message({ text: 'Se', files: [picture, paper] }))).toMatchObject({
      image: { caption: `Se\n${paper.url}` }
    })
    const long = 'x'.repeat(1025)
    expect((await wireOf(message({ text: long, files: [picture] }))).text.body).toBe(
      `${long}\n${picture.url}`
    )
  })

  it('offers buttons', async () => {
    expect(await wireOf(message({ text: 'Show it?', buttons: yesNo }))).toMatchObject({
      type: 'interactive',
      interactive: { type: 'button', body: { text: 'Show it?' }, action: { buttons: replies } }
    })
  })

  it('offers buttons under a picture', async () => {
    const wire = await wireOf(message({ text: 'This?', files: [picture], buttons: yesNo }))
    expect(wire.interactive).toMatchObject({
      header: { type: 'image', image: { link: picture.url } },
      body: { text: 'This?' }
    })
  })

  it('cuts a title that is too long', async () => {
    const buttons = [{ id: 'a', title: 'Twenty-one characters' }]
    const wire = await wireOf(message({ text: '?', buttons }))
    expect(wire.interactive.action.buttons[0].reply).toEqual({
      id: 'a',
      title: 'Twenty-one characte…'
    })
  })

  it('writes buttons as words where they cannot be shown', async () => {
    const long = 'x'.repeat(1025)
    const same = [
      { id: 'a', title: 'Twenty-one characters' },
      { id: 'b', title: 'Twenty-one characteristics' }
    ]
    const eleven = [...'ABCDEFGHIJK'].map(title => ({ id: title, title }))
    const textOf = async (content: Partial<Outgoing['content']>) =>
      (await wireOf(message(content))).text.body
    expect(await textOf({ text: long, buttons: yesNo })).toBe(`${long}\nYes, show it / No`)
    expect(await textOf({ text: '?', buttons: same })).toContain('characters / Twenty-one')
    expect(await textOf({ text: '?', buttons: eleven })).toBe(
      '?\nA / B / C / D / E / F / G / H / I / J / K'
    )
    expect(await textOf({ buttons: yesNo })).toBe('Yes, show it / No')
  })

  it('fits a template, on one line', async () => {
    const template = { name: 'reply_outside_window', language: 'sv' }
    const wire = await wireOf(message({ text: 'Hej\n\n  igen\t!', files: [paper] }, { template }))
    expect(wire).toMatchObject({
      type: 'template',
      template: {
        name: 'reply_outside_window',
        language: { code: 'sv' },
        components: [
          { type: 'body', parameters: [{ type: 'text', text: `Hej igen ! ${paper.url}` }] }
        ]
      }
    })
  })

  it('is refused when a template cannot hold it', async () => {
    const template = { name: 'reply', language: 'sv' }
    const outcome = await open(provider.url).send(message({ text: 'x'.repeat(1025) }, { template }))
    expect(outcome).toMatchObject({ kind: 'refused', why: 'content' })
  })

  const refusedWith = async (code: number, more = {}, status = 400) => {
    provider.answers({ status, body: { error: { code, message: 'Words', ...more } } })
    return open(provider.url).send(message({ text: 'Hej' }))
  }

  it.each<[Refusal, number[]]>([
    ['window_closed', [131047]],
    ['unreachable_person', [131026, 131030, 131049, 130472]],
    ['opted_out', [131050]],
    ['account', [0, 3, 10, 190, 200, 299, 368, 131031, 131048, 131005]],
    ['content', [131051, 131053, 132000, 132015, 100, 131009]]
  ])('is refused as %s by codes %j', async (why, codes) => {
    for (const code of codes) {
      const reason = { code: String(code) }
      expect(await refusedWith(code)).toMatchObject({ kind: 'refused', why, reason })
    }
  })

  it('is tried again after codes that pass', async () => {
    for (const code of [130429, 80007, 4, 131000, 131016, 1, 2]) {
      expect(await refusedWith(code)).toMatchObject({ kind: 'limited' })
    }
  })

  it('waits six seconds when one person gets too many', async () => {
    expect(await refusedWith(131056)).toMatchObject({ kind: 'limited', retryAfterMs: 6000 })
  })

  it('goes by the code, not by the HTTP status', async () => {
    expect(await refusedWith(131047, {}, 500)).toMatchObject({ why: 'window_closed' })
    expect(await refusedWith(190, {}, 200)).toMatchObject({ why: 'account' })
  })

  it('leaves an unknown number id to an operator', async () => {
    expect(await refusedWith(100, { error_subcode: 33 })).toMatchObject({ why: 'account' })
  })

  it.each(['err-sync-131047', 'err-sync-130429'])('understands %s', async name => {
    provider.answers({ status: 400, body: fixture(`whatsapp-cloud/${name}`) })
    const outcome = await open(provider.url).send(message({ text: 'Hej' }))
    expect(outcome.kind).toBe(name.endsWith('131047') ? 'refused' : 'limited')
  })
})
