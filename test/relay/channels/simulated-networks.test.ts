import { beforeEach, describe, expect, it } from 'vitest'
import { twilio } from '../../../relay/src/channels/twilio.ts'
import { whatsappCloud } from '../../../relay/src/channels/whatsapp-cloud.ts'
import type {
  Channel,
  ChannelEvent,
  Content,
  WebhookCall
} from '../../../relay/src/core/channel.ts'
import { type Got, MAJA, MUG, TWILIO, WHATSAPP } from '../../doubles/company.ts'
import { useCompany } from '../../doubles/use-company.ts'

const company = useCompany()
beforeEach(() => {
  company().networks.setWebhooks({
    whatsapp: `${company().url}/webhooks/wa`,
    twilio: `${company().url}/webhooks/sms`
  })
})

const world = () => ({ apiUrl: company().networks.url, publicUrl: company().url })
const openWhatsApp = () => whatsappCloud({ id: 'wa', ...WHATSAPP, ...world() })
const openSms = () => twilio({ id: 'sms', ...TWILIO, ...world() })

const callOf = ({ path, headers, body }: Got): WebhookCall => ({
  method: 'POST',
  url: `${company().url}${path}`,
  headers: headers as Record<string, string>,
  body: new TextEncoder().encode(body)
})

/** What the channel understands of everything the network has told so far. None of it may be unverified. */
const eventsIn = (channel: Channel, calls: Got[]) =>
  calls
    .filter(({ path }) =>
      path.startsWith(channel.network === 'sms' ? '/webhooks/sms' : '/webhooks/wa')
    )
    .flatMap(got => {
      expect(channel.verify(callOf(got))).toBe(true)
      return channel.parse(callOf(got))
    })

const told = (channel: Channel, is: (event: ChannelEvent) => boolean) =>
  company().got(calls => eventsIn(channel, calls).find(is))

const isDelivered = (event: ChannelEvent) => event.type === 'status' && event.status === 'delivered'
const isMessage = ({ type }: ChannelEvent) => type === 'message'

const send = (channel: Channel, content: Partial<Content>) =>
  channel.send({
    to: [`phone:${MAJA}`],
    content: { text: '', files: [], buttons: [], ...content },
    delivery: 'delivery-1'
  })

const lastBubble = (app: 'whatsapp' | 'messages') =>
  company().networks.phone.chat(MAJA, app).bubbles.at(-1)!

describe('WhatsApp, simulated', () => {
  const hello = async (channel: Channel) => {
    company().networks.phone.write(MAJA, 'whatsapp', { text: 'Finns den i blått?' })
    return told(channel, isMessage)
  }

  it('brings a message, and takes the answer with its ticks', async () => {
    const channel = openWhatsApp()
    expect(await hello(channel)).toMatchObject({
      from: [expect.stringMatching(/^whatsapp:/), `phone:${MAJA}`],
      text: 'Finns den i blått?'
    })
    const outcome = await send(channel, { text: 'Ja, och i grått' })
    expect(outcome).toMatchObject({ kind: 'accepted' })
    await told(channel, isDelivered)
    company().networks.phone.read(MAJA, 'whatsapp')
    expect(
      await told(channel, event => event.type === 'status' && event.status === 'read')
    ).toMatchObject({
      providerId: 'providerId' in outcome ? outcome.providerId : '',
      delivery: 'delivery-1'
    })
  })

  it('reaches somebody who keeps their number to themselves', async () => {
    company().networks.phone.setSharesNumber(MAJA, false)
    const channel = openWhatsApp()
    const event = await hello(channel)
    const to = event.type === 'message' ? event.from : []
    expect(to).toEqual([expect.stringMatching(/^whatsapp:/)])
    const content = { text: 'Hej!', files: [], buttons: [] }
    expect(await channel.send({ to, content, delivery: 'd' })).toMatchObject({ kind: 'accepted' })
  })

  it('refuses a text once the window is closed', async () => {
    expect(await send(openWhatsApp(), { text: 'Hej!' })).toMatchObject({ why: 'window_closed' })
  })

  it('carries pictures both ways', async () => {
    const channel = openWhatsApp()
    const file = { name: 'mug.png', mime: 'image/png', bytes: MUG }
    company().networks.phone.write(MAJA, 'whatsapp', { text: 'Den här', file })
    const event = await told(channel, isMessage)
    const ref = event.type === 'message' ? event.files[0]!.ref : ''
    const fetched = await channel.fetchFile(ref, AbortSignal.timeout(5000))
    expect([...fetched.bytes]).toEqual([...MUG])

    const files = [{ url: `${company().url}/files/mug.png`, name: 'mug.png', mime: 'image/png' }]
    await send(channel, { text: 'Så här', files })
    await told(channel, isDelivered)
    expect(lastBubble('whatsapp')).toMatchObject({ text: 'Så här', file: { mime: 'image/png' } })
  })

  it('turns what was written blue, and shows that it is being answered until the answer comes', async () => {
    const channel = openWhatsApp()
    const { phone } = company().networks
    const first = phone.write(MAJA, 'whatsapp', { text: 'Hej' })
    const { providerId } = (await hello(channel))!
    const chat = phone.chat(MAJA, 'whatsapp')
    expect(first.tick).not.toBe('read')
    await channel.markRead!(chat.bubbles.at(-1)!.id)
    expect(chat.bubbles.map(({ tick }) => tick)).toEqual(['read', 'read'])
    expect(chat.typing).toBe(false)
    await channel.showTyping!(providerId)
    expect(chat.typing).toBe(true)
    await send(channel, { text: 'Ja' })
    await phone.until(() => !chat.typing)
  })

  it('shows buttons, and tells which one was tapped', async () => {
    const channel = openWhatsApp()
    await hello(channel)
    await send(channel, { text: 'Visa?', buttons: [{ id: 'mirror:yes', title: 'Ja' }] })
    await told(channel, isDelivered)
    const { id } = lastBubble('whatsapp')
    company().networks.phone.tap(MAJA, 'whatsapp', { bubble: id, button: 'mirror:yes' })
    const tapped = await told(channel, event => event.type === 'message' && !!event.button)
    expect(tapped).toMatchObject({ text: 'Ja', button: 'mirror:yes' })
  })
})

describe('SMS, simulated', () => {
  it('brings a message, and takes the answer with how far it got', async () => {
    const channel = openSms()
    company().networks.phone.write(MAJA, 'messages', { text: 'Finns den i blått?' })
    expect(await told(channel, isMessage)).toMatchObject({
      from: [`phone:${MAJA}`],
      text: 'Finns den i blått?'
    })
    const outcome = await send(channel, { text: 'Ja – och i grått' })
    expect(outcome).toMatchObject({ kind: 'accepted' })
    expect(await told(channel, isDelivered)).toMatchObject({ delivery: 'delivery-1' })
    expect(lastBubble('messages').text).toContain('i grått')
  })

  it('tells of a STOP that was answered already, and refuses what is sent after it', async () => {
    const channel = openSms()
    company().networks.phone.write(MAJA, 'messages', { text: 'STOP' })
    expect(await told(channel, isMessage)).toMatchObject({ optOut: 'stop' })
    expect(await send(channel, { text: 'Hej!' })).toMatchObject({ why: 'opted_out' })
  })

  it('brings a picture', async () => {
    const channel = openSms()
    const file = { name: 'mug.png', mime: 'image/png', bytes: MUG }
    company().networks.phone.write(MAJA, 'messages', { text: '', file })
    const event = await told(channel, isMessage)
    const ref = event.type === 'message' ? event.files[0]!.ref : ''
    const fetched = await channel.fetchFile(ref, AbortSignal.timeout(5000))
    expect([...fetched.bytes]).toEqual([...MUG])
  })
})
