import { expect, it, onTestFinished } from 'vitest'
import type { Config } from '../../../relay/src/index.ts'
import { startTestRelay, testSite } from '../../doubles/relay.ts'
import { agentCall, openVisit, openWidget, pageCall } from '../../doubles/wire.ts'

const { origin, ...site } = testSite
const sites: Config['sites'] = [
  {
    ...site,
    origins: [origin],
    before: {
      required: true,
      questions: [
        { id: 'name', required: true },
        { id: 'phone' },
        { id: 'order', label: { en: 'Order number', SV: 'Ordernummer' } }
      ]
    }
  }
]

it('tells a page what to ask, hears the answers with the first message, and asks no more', async () => {
  const relay = await startTestRelay({ config: { sites } })
  onTestFinished(() => relay.close())
  const visit = await openVisit(relay.url, { language: 'sv' })
  expect(visit.before).toEqual({
    required: true,
    fields: [
      { id: 'name', type: 'text', required: true },
      { id: 'phone', type: 'tel' },
      { id: 'order', type: 'text', label: 'Ordernummer' }
    ]
  })
  const wire = await openWidget(relay.url, visit)
  const traits = { name: 'Maja', phone: '070-000 00 01', order: 'A7' }
  wire.say({ type: 'send', cid: 'a', text: 'Hi', traits })
  await wire.next({ type: 'ack', cid: 'a' })
  const { items } = (await agentCall(relay.url, '/conversations')).body
  expect(items[0].name).toBe('Maja')
  const person = await agentCall(relay.url, `/people/${items[0].person}`)
  expect(person.body.traits).toEqual(traits)
  const { visitor, secret } = visit
  expect((await openVisit(relay.url, { visitor, secret })).before).toBeUndefined()
  wire.socket.close()
})

it('closes a connection that says too much of itself', async () => {
  const relay = await startTestRelay({ config: { sites } })
  onTestFinished(() => relay.close())
  const wire = await openWidget(relay.url)
  const traits = Object.fromEntries(Array.from({ length: 21 }, (_, n) => [`t${n}`, 'x']))
  wire.say({ type: 'send', cid: 'a', text: 'Hi', traits })
  expect(await wire.closed).toBe(4400)
})

it('refuses a first message without what must be answered, by socket and by poll, and takes it with the answers', async () => {
  const relay = await startTestRelay({ config: { sites } })
  onTestFinished(() => relay.close())
  const wire = await openWidget(relay.url)
  const refusal = { type: 'error', code: 'unanswered', cid: 'a' }
  wire.say({ type: 'send', cid: 'a', text: 'Hi', traits: { phone: '070-000 00 01' } })
  const refused = await wire.next(refusal)
  expect(refused.message).toContain('name')
  wire.say({ type: 'send', cid: 'a', text: 'Hi', traits: { name: 'Maja' } })
  await wire.next({ type: 'ack', cid: 'a' })
  wire.say({ type: 'send', cid: 'b', text: 'Anybody?' })
  await wire.next({ type: 'ack', cid: 'b' })
  wire.socket.close()

  const { token } = await openVisit(relay.url)
  const poll = async (frames: object[], session?: string) =>
    (await pageCall(relay.url, '/v1/poll', { body: { frames, ...(session ? { session } : {}) } }))
      .body
  const { session } = await poll([{ type: 'hello', token, since: 0, visible: true }])
  const { frames } = await poll([{ type: 'send', cid: 'a', text: 'Hi' }], session)
  expect(frames).toEqual([{ ...refusal, message: refused.message }])
})
