import { describe, expect, it } from 'vitest'
import { createFaultSwitches } from '../../../demo/networks/faults.ts'
import { type Got, MAJA, TWILIO, WHATSAPP } from '../../doubles/company.ts'
import { useCompany } from '../../doubles/use-company.ts'

const company = useCompany()

const MESSAGES = `/v23.0/${WHATSAPP.phoneNumberId}/messages`
const text = { messaging_product: 'whatsapp', to: '46700000001', text: { body: 'Hej' } }
const sms = { To: MAJA, From: TWILIO.from, Body: 'Hej' }

const phone = () => company().networks.phone
const writeFirst = async () => {
  phone().write(MAJA, 'whatsapp', { text: 'hello' })
  await company().got(calls => calls[0])
}
const statusesIn = (calls: Got[]) =>
  calls
    .filter(({ body }) => body.startsWith('{'))
    .flatMap(({ body }) => JSON.parse(body).entry[0].changes)
    .flatMap(change => change.value.statuses ?? [])

describe('with a fault switched on', () => {
  it('a webhook call comes twice', async () => {
    company().networks.faults.messages.set({ duplicates: 1 })
    phone().write(MAJA, 'messages', { text: 'hello' })
    const [first, second] = await company().got(calls => calls.length === 2 && calls)
    expect(first?.body).toBe(second?.body)
  })

  it('webhook calls overtake each other', async () => {
    company().networks.faults.messages.set({ disorder: 1 })
    const texts = Array.from({ length: 8 }, (_, index) => `text ${index}`)
    for (const text of texts) phone().write(MAJA, 'messages', { text })
    await company().got(calls => calls.length === texts.length)
    const got = company().calls.map(({ body }) => new URLSearchParams(body).get('Body'))
    expect(got).not.toEqual(texts)
    expect(got.toSorted()).toEqual(texts)
  })

  it('a lost webhook call is made again', async () => {
    company().networks.faults.whatsapp.set({ lostWebhooks: 1 })
    const bubble = phone().write(MAJA, 'whatsapp', { text: 'hello' })
    await phone().until(() => bubble.tick === 'delivered')
    expect(company().calls).toHaveLength(1)
  })

  it('a webhook call comes late', async () => {
    company().networks.faults.messages.set({ delays: 1 })
    phone().write(MAJA, 'messages', { text: 'late' })
    company().networks.faults.messages.set({ delays: 0 })
    phone().write(MAJA, 'messages', { text: 'in time' })
    const [first] = await company().got(calls => calls.length === 2 && calls)
    expect(new URLSearchParams(first?.body).get('Body')).toBe('in time')
  })

  it('WhatsApp refuses what is sent too fast, by account and by person', async () => {
    await writeFirst()
    const { whatsapp } = company().networks.faults
    whatsapp.set({ rateLimits: 1 })
    const first = await company().meta(MESSAGES, text)
    expect(first.status).toBe(429)
    expect((await first.json()).error.code).toBe(130429)
    whatsapp.set({ rateLimits: 0 })
    await company().meta(MESSAGES, text)
    await phone().until(() => phone().chat(MAJA, 'whatsapp').unread)
    whatsapp.set({ rateLimits: 1 })
    expect((await (await company().meta(MESSAGES, text)).json()).error.code).toBe(131056)
  })

  it.each([
    ['rateLimits', 429, 20429],
    ['serverErrors', 500, 20500]
  ] as const)('Twilio answers %s with %i', async (fault, status, code) => {
    company().networks.faults.messages.set({ [fault]: 1 })
    const answer = await company().twilio('/Messages.json', sms)
    expect(answer.status).toBe(status)
    expect((await answer.json()).code).toBe(code)
  })

  it('WhatsApp breaks without taking the message', async () => {
    await writeFirst()
    company().networks.faults.whatsapp.set({ serverErrors: 1 })
    const answer = await company().meta(MESSAGES, text)
    expect(answer.status).toBe(500)
    expect((await answer.json()).error.code).toBe(131000)
    expect(phone().chat(MAJA, 'whatsapp').bubbles).toHaveLength(1)
  })

  it('a message is taken and shown, and its sender never hears so', async () => {
    await writeFirst()
    const { whatsapp, messages } = company().networks.faults
    whatsapp.set({ timeouts: 1 })
    messages.set({ timeouts: 1 })
    let answered = false
    const answers = [company().meta(MESSAGES, text), company().twilio('/Messages.json', sms)].map(
      call =>
        call
          .then(() => {
            answered = true
          })
          .catch(() => 'never')
    )
    await phone().until(() => phone().chat(MAJA, 'whatsapp').unread)
    await phone().until(() => phone().chat(MAJA, 'messages').unread)
    expect(answered).toBe(false)
    await company().networks.close()
    expect(await Promise.all(answers)).toEqual(['never', 'never'])
  })

  it('a message is taken and cannot be delivered', async () => {
    await writeFirst()
    company().networks.faults.whatsapp.set({ undeliverable: 1 })
    expect((await company().meta(MESSAGES, text)).status).toBe(200)
    const status = await company().got(calls => statusesIn(calls)[0])
    expect(status).toMatchObject({ status: 'failed', errors: [{ code: 131026 }] })
  })

  it('the closed window is told late', async () => {
    company().networks.faults.whatsapp.set({ lateErrors: 1 })
    expect((await company().meta(MESSAGES, text)).status).toBe(200)
    const status = await company().got(calls => statusesIn(calls)[0])
    expect(status).toMatchObject({ status: 'failed', errors: [{ code: 131047 }] })
  })
})

it('strikes at the same moments for the same seed, however other faults fall', () => {
  const throws = (seed: string, disturb: boolean) => {
    const switches = createFaultSwitches(seed)
    switches.set({ timeouts: 0.5, delays: 0.5 })
    return Array.from({ length: 32 }, () => {
      if (disturb) switches.strikes('delays')
      return switches.strikes('timeouts')
    })
  }
  expect(throws('a', true)).toEqual(throws('a', false))
  expect(throws('a', false)).not.toEqual(throws('b', false))
  expect(new Set(throws('a', false)).size).toBe(2)
})
