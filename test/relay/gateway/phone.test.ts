import { expect, it, onTestFinished } from 'vitest'
import { type Provider, startProvider } from '../../doubles/provider.ts'
import { startTestRelay, testSite, testWhatsApp } from '../../doubles/relay.ts'
import { writeOnWhatsApp } from '../../doubles/whatsapp-phone.ts'
import { agentCall, openDesk, openVisit, openWidget, pageCall } from '../../doubles/wire.ts'

/** A relay on a clock of the test's own, with WhatsApp behind it, and phones that show on the site. */
async function openRelay() {
  const provider = await startProvider()
  provider.answers({ status: 200, body: { messages: [{ id: 'wamid.OUT' }] } })
  let now = Date.UTC(2026, 10, 21, 12)
  const { origin, ...site } = testSite
  const relay = await startTestRelay({
    now: () => now,
    config: {
      sites: [{ ...site, country: 'SE', origins: [origin], mirror: 'always' }],
      accounts: [
        {
          ...testWhatsApp,
          apiUrl: provider.url,
          template: { name: 'answer', language: 'en' }
        }
      ]
    }
  })
  onTestFinished(() => relay.close().then(provider.close))
  let written = 0
  return {
    relay,
    provider,
    pass(ms: number) {
      now += ms
    },
    write: (text: string) =>
      writeOnWhatsApp(relay.url, { text, id: `wamid.IN${++written}`, at: now })
  }
}

/** A visitor who looks at the widget and has gone on in WhatsApp. */
async function goOnByPhone({ relay, write }: Awaited<ReturnType<typeof openRelay>>) {
  const widget = await openWidget(relay.url)
  widget.say({ type: 'send', cid: 'c', text: 'Hi' })
  await widget.next({ type: 'ack' })
  const { token, conversation } = widget.visit
  const { body } = await pageCall(relay.url, '/v1/handoffs', {
    token,
    body: { account: 'whatsapp' }
  })
  await write(body.draft)
  return { widget, path: `/conversations/${conversation}`, conversation }
}

const signsIn = ({ asked }: Provider) =>
  asked.map(({ body }) => JSON.parse(body)).filter(({ status }) => status === 'read')

it('shows on the phone that an agent has read and types', async () => {
  const town = await openRelay()
  const { relay, provider, pass, write } = town
  const { conversation, path, widget } = await goOnByPhone(town)
  pass(1000)
  await write('On my phone now')
  widget.socket.close()
  const { entries } = (await agentCall(relay.url, path)).body
  const { seq } = entries.at(-1)
  const desk = await openDesk(relay.url)
  desk.say({ type: 'watch', conversation, since: seq })
  await desk.next({ type: 'presence', visible: false })

  desk.say({ type: 'typing', conversation })
  desk.say({ type: 'probe' })
  await desk.next({ type: 'pong' })
  expect(signsIn(provider)).toEqual([])
  await agentCall(relay.url, `${path}/read`, { body: { upTo: seq } })
  const read = { messaging_product: 'whatsapp', status: 'read', message_id: 'wamid.IN2' }
  await expect.poll(() => signsIn(provider)).toEqual([read])
  pass(1000)
  desk.say({ type: 'typing', conversation })
  await expect
    .poll(() => signsIn(provider))
    .toEqual([read, { ...read, typing_indicator: { type: 'text' } }])
})

it('answers on the phone when the widget has only come back since, not when it was opened since', async () => {
  const town = await openRelay()
  const { relay, pass, write } = town
  const { widget, path } = await goOnByPhone(town)
  const answeredOn = async (cid: string) =>
    (await agentCall(relay.url, `${path}/messages`, { body: { cid, text: 'Hello' } })).body.on
      .account
  pass(60_000)
  await write('On my phone now')
  pass(60_000)
  expect(await answeredOn('before')).toBe('whatsapp')

  widget.socket.close()
  const back = await openWidget(relay.url, widget.visit, { visibleMs: 120_000 })
  expect(await answeredOn('back')).toBe('whatsapp')
  back.socket.close()
  await openWidget(relay.url, widget.visit, { visibleMs: 1000 })
  expect(await answeredOn('opened')).toBe('web')
})

it('answers in the tab that was opened since, though an older one has been seen all along and speaks for both', async () => {
  const town = await openRelay()
  const { relay, pass, write } = town
  const { widget: first, path } = await goOnByPhone(town)
  const answeredOn = async (cid: string) =>
    (await agentCall(relay.url, `${path}/messages`, { body: { cid, text: 'Hello' } })).body.on
      .account
  first.socket.close()
  pass(60_000)
  await write('On my phone now')
  pass(60_000)
  const widget = await openWidget(relay.url, first.visit, { visibleMs: 120_000 })
  const tellPresence = async (visibleMs: number) => {
    widget.say({ type: 'presence', visible: true, visibleMs })
    // Frames are dealt with in turn.
    widget.say({ type: 'probe' })
    await widget.next({ type: 'pong' })
  }
  await tellPresence(120_000)
  expect(await answeredOn('before')).toBe('whatsapp')
  await tellPresence(1000)
  expect(await answeredOn('opened')).toBe('web')
})

it('believes no page that it was open for longer than a day', async () => {
  const town = await openRelay()
  const { relay, pass } = town
  const { widget, path } = await goOnByPhone(town)
  widget.socket.close()
  pass(25 * 3_600_000)
  const visit = await openVisit(relay.url, widget.visit)
  await openWidget(relay.url, visit, { visibleMs: Number.MAX_SAFE_INTEGER })
  const answer = await agentCall(relay.url, `${path}/messages`, { body: { cid: 'r', text: 'Hi' } })
  expect(answer.body.on.account).toBe('web')
})
