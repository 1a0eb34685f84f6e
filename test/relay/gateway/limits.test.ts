import { describe, expect, it, onTestFinished } from 'vitest'
import { startTestRelay, type TestRelayOverrides } from '../../doubles/relay.ts'
import { openDesk, openVisit, openWidget, openWire, pageCall } from '../../doubles/wire.ts'

async function relayWith(overrides: TestRelayOverrides) {
  const relay = await startTestRelay(overrides)
  onTestFinished(() => relay.close())
  return relay
}

describe('a connection that asks too much', () => {
  it('is closed with 4429 when it sends too many frames', async () => {
    const limits = { framesPerSecond: 1, frameBurst: 5 }
    const { url } = await relayWith({ config: { limits } })
    const wire = await openWidget(url)
    for (let count = 0; count < 6; count++) wire.say({ type: 'probe' })
    expect(await wire.closed).toBe(4429)
  })

  it('is closed with 4429 when its address has too many', async () => {
    const { url } = await relayWith({ config: { limits: { connectionsPerIp: 2 } } })
    const [one, two] = [await openWire(url), await openWire(url)]
    const third = await openWire(url)
    expect(await third.closed).toBe(4429)

    one.socket.close()
    await one.closed
    const fourth = await openWire(url)
    fourth.socket.close()
    two.socket.close()
    expect(await fourth.closed).toBe(1005)
  })

  it('is closed with 4429 when its visitor has too many', async () => {
    const { url } = await relayWith({ config: { limits: { connectionsPerVisitor: 1 } } })
    const first = await openWidget(url)
    const second = await openWire(url)
    second.say({ type: 'hello', token: first.visit.token, since: 0, visible: true })
    expect(await second.closed).toBe(4429)
  })

  it('may say hello again on its only connection', async () => {
    const { url } = await relayWith({ config: { limits: { connectionsPerVisitor: 1 } } })
    const wire = await openWidget(url)
    wire.say({ type: 'hello', token: wire.visit.token, since: 0, visible: true })
    expect(await wire.next({ type: 'welcome' })).toMatchObject({ seq: 0 })
  })
})

describe('a connection that does not read', () => {
  it('is closed with 4430, holds nobody up, and catches up when it is back', async () => {
    const { url, logged } = await relayWith({ timing: { closeMs: 15_000 } })
    const quick = await openWidget(url)
    const said = 50
    for (let count = 1; count <= said; count++) {
      quick.say({ type: 'send', cid: `m${count}`, text: 'x'.repeat(4000) })
    }
    await quick.next({ type: 'ack', cid: `m${said}` })

    const slow = await openWire(url)
    slow.socket.pause()
    const { token, conversation } = quick.visit
    const hello = { type: 'hello', token, conversation, since: 0, visible: true }
    // Each is answered with 200 KB: enough for what the system buffers, and then for our own bound.
    for (let count = 0; count < 55; count++) slow.say(hello)
    quick.say({ type: 'send', cid: 'on', text: 'And on it goes' })
    await quick.next({ type: 'ack', cid: 'on' })
    await expect.poll(() => logged.join('')).toContain('"reason":"slow"')
    slow.socket.resume()
    expect(await slow.closed).toBe(4430)

    const back = await openWire(url)
    back.say({ ...hello, since: said })
    expect(await back.next({ type: 'welcome' })).toMatchObject({ seq: said + 1, replay: 1 })
  })
})

describe('calls over HTTP', () => {
  it('are refused with 429 when an address opens too many sessions', async () => {
    const { url } = await relayWith({ config: { limits: { sessionsPerMinute: 2 } } })
    await openVisit(url)
    await openVisit(url)
    const third = await pageCall(url, '/v1/session', { body: { site: 'shop' } })
    expect(third.status).toBe(429)
    expect(third.body.error.code).toBe('too_many')
    expect(Number(third.headers.get('retry-after'))).toBeGreaterThan(0)
  })

  it('believe a forwarded address only from a proxy that is trusted', async () => {
    const call = (url: string, ip: string) =>
      fetch(`${url}/v1/session`, {
        method: 'POST',
        headers: { origin: 'http://shop.test', 'x-forwarded-for': ip },
        body: JSON.stringify({ site: 'shop' })
      }).then(({ status }) => status)
    const limits = { sessionsPerMinute: 1 }

    const direct = await relayWith({ config: { limits } })
    expect(await call(direct.url, '198.51.100.1')).toBe(200)
    expect(await call(direct.url, '198.51.100.2')).toBe(429)

    const behind = await relayWith({ config: { limits, trustProxy: ['127.0.0.0/8'] } })
    expect(await call(behind.url, '198.51.100.1')).toBe(200)
    expect(await call(behind.url, '198.51.100.2')).toBe(200)
    expect(await call(behind.url, '198.51.100.2')).toBe(429)
  })
})

describe('signs of life', () => {
  it('pings, in a frame that a page can see', async () => {
    const { url } = await relayWith({ timing: { pingMs: 50 } })
    const wire = await openWidget(url)
    expect(await wire.next({ type: 'ping' })).toEqual({ type: 'ping' })
  })

  it('closes a socket that does not answer pings', async () => {
    const { url } = await relayWith({ timing: { pingMs: 50, closeMs: 100 } })
    const wire = await openWidget(url)
    // As a machine that fell asleep: its side stays open and says nothing.
    wire.socket.pause()
    const desk = await openDesk(url)
    desk.say({ type: 'watch', conversation: wire.visit.conversation, since: 0 })
    await desk.next({ type: 'presence', visible: false })
    wire.socket.terminate()
  })
})
