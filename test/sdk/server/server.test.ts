import { Webhook } from 'standardwebhooks'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createServerSdk, signUserToken, verifyWebhook } from '../../../sdk/src/server/index.ts'
import { startTestRelay, testSite } from '../../doubles/relay.ts'
import { agentCall, pageCall } from '../../doubles/wire.ts'

const { key, secret } = testSite

async function openRelay() {
  const relay = await startTestRelay()
  onTestFinished(() => relay.close())
  return relay
}

describe('a token signed on the site’s server', () => {
  it('opens the user’s session, with what the server says of them', async () => {
    const { url } = await openRelay()
    const traits = { name: 'Maja Ek', plan: 'gold' }
    const userToken = await signUserToken({ key, secret, userId: 'u1', traits })
    const { body } = await pageCall(url, '/v1/session', { body: { site: key, userToken } })
    expect(body.user).toBe('u1')
    const talk = await agentCall(url, `/conversations/${body.conversation}`)
    expect(talk.body).toMatchObject({ name: 'Maja Ek', user: { id: 'u1', proved: true } })
  })

  it('is for an id and a time that a relay takes', () => {
    const sign = (more: object) => () => signUserToken({ key, secret, userId: 'u1', ...more })
    for (const more of [
      { userId: '' },
      { userId: 'x'.repeat(257) },
      { expiresIn: 0 },
      { expiresIn: 90_000 }
    ]) {
      expect(sign(more)).toThrow(RangeError)
    }
  })
})

describe('calls of the site’s server', () => {
  it('are the user’s own, and count before what a page says', async () => {
    const { url } = await openRelay()
    const { identify, track, flush } = createServerSdk<{ Shipped: { order: string } }>({
      secret,
      relay: url
    })
    identify('u1', { plan: 'gold' })
    track('u1', 'Shipped', { order: 'A-1' })
    await flush()
    const userToken = await signUserToken({ key, secret, userId: 'u1' })
    const page = { type: 'identify', userId: 'u1', messageId: 'p1', traits: { plan: 'free' } }
    await pageCall(url, '/v1/batch', { body: { writeKey: key, batch: [page], userToken } })
    const { body } = await pageCall(url, '/v1/session', { body: { site: key, userToken } })
    const { body: talk } = await agentCall(url, `/conversations/${body.conversation}`)
    const { body: person } = await agentCall(url, `/people/${talk.person}`)
    expect(person).toMatchObject({ traits: { plan: 'gold' }, user: { id: 'u1', proved: true } })
    const { body: events } = await agentCall(url, `/people/${talk.person}/events`)
    expect(events.items.map(({ name }: { name: string }) => name)).toContain('Shipped')
  })

  it('are tried again when no answer comes', async () => {
    const { url } = await openRelay()
    const late = AbortSignal.abort(new DOMException('No answer.', 'TimeoutError'))
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValueOnce(late)
    onTestFinished(() => timeout.mockRestore())
    const dropped = vi.fn()
    const { track, flush } = createServerSdk({ secret, relay: url, dropped })
    track('u1', 'Shipped')
    await flush()
    expect([dropped.mock.calls, timeout.mock.calls.length]).toEqual([[], 2])
  })

  it('outlast a relay that is away for a while, each once', async () => {
    const { url } = await openRelay()
    let calls = 0
    const unreliable: typeof fetch = async (input, init) => {
      const reply = await fetch(input, init)
      calls += 1
      return calls < 3 ? new Response('', { status: 503, headers: { 'retry-after': '0' } }) : reply
    }
    const lost: string[] = []
    const sdk = createServerSdk({
      ...{ secret, relay: url, fetch: unreliable },
      dropped: ({ reason }) => lost.push(reason)
    })
    for (let n = 0; n < 120; n++) sdk.track({ userId: 'u2', anonymousId: 'a2' }, 'Seen', { n })
    await sdk.flush()
    expect(lost).toEqual([])
    expect(calls).toBe(4)
  }, 20_000)

  it('that are lost are told, and why; none throws', async () => {
    const { url } = await openRelay()
    const lost: [string, number][] = []
    const dropped = ({ reason, events }: { reason: string; events: readonly object[] }) =>
      void lost.push([reason, events.length])
    const stranger = createServerSdk({ secret: 'not the secret', relay: url, dropped })
    stranger.track('u1', 'Seen')
    await stranger.flush()
    const sdk = createServerSdk({ secret, relay: url, dropped })
    sdk.track('u1', 'Counted', { n: 1n })
    sdk.track('u1', 'Too large', { text: 'x'.repeat(40_000) })
    sdk.track('u1', 'Good')
    await sdk.flush()
    expect(lost).toEqual([
      ['http_401', 1],
      ['not_json', 1],
      ['The event is larger than 32768 bytes.', 1]
    ])
  })
})

describe('a webhook', () => {
  const webhook = `whsec_${Buffer.from('a secret of the webhook').toString('base64')}`
  const body = '{"type":"message.created","data":{"text":"Hi"}}'
  const headers = (at = new Date()) => ({
    'Webhook-Id': 'msg_1',
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(webhook).sign('msg_1', at, body)
  })

  it('is read when it is the relay’s own, however its headers come', () => {
    const told = { type: 'message.created', data: { text: 'Hi' } }
    expect(verifyWebhook({ secret: webhook, headers: headers(), body })).toEqual(told)
    const more = { headers: new Headers(headers()), body: new TextEncoder().encode(body) }
    expect(verifyWebhook({ secret: webhook, ...more })).toEqual(told)
  })

  it('is refused when it is another’s, changed or old', () => {
    const verify = (more: object) => () =>
      verifyWebhook({ secret: webhook, headers: headers(), body, ...more })
    expect(verify({ body: body.replace('Hi', 'Ho') })).toThrow()
    expect(verify({ secret: `whsec_${Buffer.from('another').toString('base64')}` })).toThrow()
    expect(verify({ headers: headers(new Date(Date.now() - 600_000)) })).toThrow()
    expect(verify({ headers: {} })).toThrow()
  })
})
