import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { Router } from 'express'
import { describe, expect, it, onTestFinished } from 'vitest'
import { startTestRelay, type TestRelayOverrides } from '../../doubles/relay.ts'
import {
  agentCall,
  openDesk,
  openVisit,
  openWidget,
  openWire,
  pageCall
} from '../../doubles/wire.ts'

async function relayWith(overrides: TestRelayOverrides = {}) {
  const relay = await startTestRelay(overrides)
  onTestFinished(() => relay.close())
  return relay
}

describe('a relay that closes', () => {
  it('sends everybody away with 1012, and keeps what was said before', async () => {
    const dir = await mkdtemp(`${tmpdir()}/segue-close-`)
    onTestFinished(() => rm(dir, { recursive: true, force: true }))
    const relay = await startTestRelay({ dir })
    const visitor = await openWidget(relay.url)
    const desk = await openDesk(relay.url)
    for (let count = 0; count < 20; count++) {
      visitor.say({ type: 'send', cid: `c${count}`, text: 'Before you go' })
    }
    await visitor.next({ type: 'ack' })
    await relay.close()
    expect(await visitor.closed).toBe(1012)
    expect(await desk.closed).toBe(1012)
    await expect(fetch(`${relay.url}/healthz`)).rejects.toThrow()

    const again = await startTestRelay({ dir })
    const acked = visitor.heard.filter(({ type }) => type === 'ack').map(({ cid }) => cid)
    const { token } = await openVisit(again.url, visitor.visit)
    const { body } = await pageCall(again.url, '/v1/thread', { token })
    const kept = body.entries.map(({ cid }: { cid: string }) => cid)
    expect(kept).toEqual(expect.arrayContaining(acked))
    await again.close()
  })

  it('says so to whoever asks whether it is ready', async () => {
    const relay = await relayWith()
    const ready = await fetch(`${relay.url}/readyz`)
    expect(await ready.json()).toEqual({
      status: 'ok',
      parts: { store: true, bus: true, open: true }
    })
  })
})

describe('what a relay writes down', () => {
  it('has no word, token or number of anybody in it', async () => {
    const relay = await relayWith()
    const visitor = await openWidget(relay.url)
    visitor.say({ type: 'send', cid: 'c', text: 'my-secret-words' })
    await visitor.next({ type: 'ack' })
    visitor.socket.send('{"type":"send","text":"my-secret-words')
    await visitor.closed
    await agentCall(relay.url, '/me', { token: 'my-secret-token-0001' })
    await pageCall(relay.url, '/v1/numbers', {
      token: visitor.visit.token,
      body: { account: 'sms', number: '+46 70 999 88 77', consent: true }
    })
    await fetch(`${relay.url}/v1/session`, { method: 'POST', body: '{"my-secret-words' })
    await fetch(`${relay.url}/webhooks/whatsapp`, { method: 'POST', body: 'my-secret-words' })
    const log = relay.logged.join('')
    expect(log).toContain('without a good signature')
    expect(log).not.toMatch(/my-secret|70 ?999|kim-token/)
    expect(log).not.toContain(visitor.visit.token)
  })
})

describe('the numbers of a relay', () => {
  it('count connections, entries, requests and webhooks', async () => {
    const relay = await relayWith()
    const visitor = await openWidget(relay.url)
    visitor.say({ type: 'send', cid: 'c', text: 'hi' })
    await visitor.next({ type: 'entries' })
    await fetch(`${relay.url}/webhooks/whatsapp`, { method: 'POST', body: '{}' })
    const text = await (await fetch(`${relay.url}/metrics`)).text()
    expect(text).toContain('segue_connections{kind="visitor"} 1')
    expect(text).toContain('segue_entries_total{type="message"} 1')
    expect(text).toContain('segue_webhooks_total{account="whatsapp",outcome="forged"} 1')
    expect(text).toContain('segue_outbox_items 0')
    expect(text).toMatch(/segue_http_request_seconds_count\{method="POST",route="\/v1\/session"/)
    expect(text).toContain('nodejs_eventloop_lag_seconds')
  })

  it('are for this machine alone, and for nobody behind a proxy on it', async () => {
    const { url } = await relayWith()
    const headers = { 'x-forwarded-for': '127.0.0.1' }
    const reply = await fetch(`${url}/metrics`, { headers })
    expect(reply.status).toBe(401)
    expect(await reply.text()).toContain('metricsToken')
  })

  it('are for whoever brings the token, once there is one', async () => {
    const { url } = await relayWith({ config: { metricsToken: 'a-token-for-metrics' } })
    const ask = (authorization: string) => fetch(`${url}/metrics`, { headers: { authorization } })
    expect((await ask('Bearer a-token-for-metrics')).status).toBe(200)
    expect((await ask('Bearer another-token-it-is')).status).toBe(401)
    expect((await fetch(`${url}/metrics`)).status).toBe(401)
  })
})

describe('answers over HTTP', () => {
  it('are JSON even where nothing is', async () => {
    const { url } = await relayWith()
    const reply = await fetch(`${url}/v1/nothing`)
    expect([reply.status, await reply.json()]).toMatchObject([
      404,
      { error: { code: 'not_found' } }
    ])
    expect(reply.headers.get('x-powered-by')).toBeNull()
    const malformed = await fetch(`${url}/v1/files/%E0%A4%A`)
    expect(malformed.status).toBe(400)
  })

  it('tell nothing of what broke at our end', async () => {
    const routes = Router().get('/breaks', () => {
      throw new Error('a secret of ours: "hunter2"')
    })
    const relay = await relayWith({ routes })
    const reply = await fetch(`${relay.url}/breaks`)
    expect(reply.status).toBe(500)
    expect(await reply.text()).not.toContain('secret')
    expect(relay.logged.join('')).not.toContain('hunter2')
  })

  it('leave routes that others add as they are', async () => {
    const routes = Router().get('/shop', (_req, res) => {
      res.send('<p>Mugs</p>')
    })
    const { url } = await relayWith({ routes })
    const reply = await fetch(`${url}/shop`)
    expect(await reply.text()).toBe('<p>Mugs</p>')
    expect(reply.headers.get('content-security-policy')).toBeNull()
  })
})

describe('a visitor of two relays that never met', () => {
  it('is nobody to the other one', async () => {
    const [one, two] = [await relayWith(), await relayWith()]
    const { token } = await openVisit(one.url)
    const wire = await openWire(two.url)
    wire.say({ type: 'hello', token, since: 0, visible: true })
    expect(await wire.closed).toBe(4401)
  })
})
