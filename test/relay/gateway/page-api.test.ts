import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestRelay, type TestRelay, testSite } from '../../doubles/relay.ts'
import { agentCall, openVisit, openWidget, pageCall } from '../../doubles/wire.ts'

let relay: TestRelay
beforeAll(async () => {
  relay = await startTestRelay()
})
afterAll(() => relay.close())

describe('POST /v1/session', () => {
  it('makes a visitor, says what the site looks like and where one can go on', async () => {
    const visit = await openVisit(relay.url)
    expect(visit.look).toEqual({ name: 'Test Shop' })
    expect(visit.ways).toEqual([
      { account: 'whatsapp', network: 'whatsapp', address: '+46 76 600 00 01', byNumber: false },
      { account: 'sms', network: 'sms', address: '+46 76 600 00 02', byNumber: true }
    ])
    expect(visit.expires - Date.now()).toBeGreaterThan(14 * 60_000)
  })

  it('goes on with a visitor that has its secret', async () => {
    const { visitor, secret, conversation } = await openVisit(relay.url)
    const again = await openVisit(relay.url, { visitor, secret })
    expect(again).toMatchObject({ visitor, conversation })
    expect(again.secret).toBeUndefined()
  })

  it('refuses a page that is not the site’s', async () => {
    const options = { body: { site: testSite.key }, origin: 'http://evil.test' }
    const { status, body, headers } = await pageCall(relay.url, '/v1/session', options)
    expect([status, body.error.code]).toEqual([403, 'forbidden'])
    expect(body.error.message).toContain('http://evil.test is not one of the origins')
    // Else the browser would keep it from the page, and its developer would never know.
    expect(headers.get('access-control-allow-origin')).toBe('http://evil.test')
  })

  it('lets any page ask, to be told why it is refused, and nothing else', async () => {
    const ask = async (path: string) => {
      const headers = { origin: 'http://evil.test' }
      const reply = await fetch(`${relay.url}${path}`, { method: 'OPTIONS', headers })
      return reply.headers.get('access-control-allow-origin')
    }
    expect(await ask('/v1/session')).toBe('http://evil.test')
    expect(await ask('/v1/thread')).toBeNull()
    expect(await ask('/v1/batch')).toBeNull()
  })

  it('refuses a call that comes from no page', async () => {
    const body = JSON.stringify({ site: testSite.key })
    const reply = await fetch(`${relay.url}/v1/session`, { method: 'POST', body })
    expect(reply.status).toBe(403)
  })

  it('says where the mistake is', async () => {
    const { status, body } = await pageCall(relay.url, '/v1/session', {
      body: { site: testSite.key, page: { url: 7 } }
    })
    expect([status, body.error]).toMatchObject([400, { code: 'invalid', path: 'page.url' }])
  })

  it('does not know a site that is not there', async () => {
    const { status, body } = await pageCall(relay.url, '/v1/session', { body: { site: 'nope' } })
    expect([status, body.error]).toMatchObject([404, { code: 'not_found', path: 'site' }])
    expect(body.error.message).toContain('There is no site with the key "nope".')
  })

  it('refuses what is no JSON, too large, or compressed', async () => {
    const post = (body: string, headers = {}) =>
      fetch(`${relay.url}/v1/session`, {
        method: 'POST',
        headers: { origin: testSite.origin, ...headers },
        body
      }).then(({ status }) => status)
    expect(await post('{')).toBe(400)
    expect(await post(JSON.stringify({ site: 'x'.repeat(70_000) }))).toBe(413)
    expect(await post('{}', { 'content-encoding': 'gzip' })).toBe(415)
  })
})

describe('a preflight', () => {
  const preflight = (origin: string) =>
    fetch(`${relay.url}/v1/handoffs`, { method: 'OPTIONS', headers: { origin } })

  it('lets the site’s pages send a token', async () => {
    const { status, headers } = await preflight(testSite.origin)
    expect(status).toBe(204)
    expect(headers.get('access-control-allow-origin')).toBe(testSite.origin)
    expect(headers.get('access-control-allow-headers')).toContain('authorization')
    expect(headers.get('access-control-allow-credentials')).toBeNull()
    expect(headers.get('vary')).toContain('Origin')
  })

  it('lets nobody else', async () => {
    const { headers } = await preflight('http://evil.test')
    expect(headers.get('access-control-allow-origin')).toBeNull()
  })
})

describe('what a page asks with its token', () => {
  it('reads a page of its thread', async () => {
    const wire = await openWidget(relay.url)
    for (const cid of ['a', 'b', 'c']) {
      wire.say({ type: 'send', cid, text: cid })
      await wire.next({ type: 'ack', cid })
    }
    wire.socket.close()
    const { token, conversation } = wire.visit
    const { body } = await pageCall(relay.url, '/v1/thread?before=3&limit=1', { token })
    expect(body).toMatchObject({ conversation, seq: 3, earlier: true, entries: [{ cid: 'b' }] })
  })

  it('mints a handoff, and says when it was opened', async () => {
    const wire = await openWidget(relay.url)
    const { token } = wire.visit
    const { status, body } = await pageCall(relay.url, '/v1/handoffs', {
      token,
      body: { account: 'whatsapp' }
    })
    expect(status).toBe(201)
    expect(body.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
    expect(body.link).toContain('https://wa.me/46766000001')

    const opened = await pageCall(relay.url, `/v1/handoffs/${body.id}/opened`, {
      token,
      method: 'POST'
    })
    expect(opened.status).toBe(204)
    const entry = await wire.next(
      ({ type, entries }) => type === 'entries' && entries[0].status === 'opened'
    )
    expect(entry.entries).toMatchObject([{ type: 'handoff', id: body.id }])
    wire.socket.close()
  })

  it('asks for a number to be texted, with consent only', async () => {
    const { token } = await openVisit(relay.url)
    const ask = (consent: boolean) =>
      pageCall(relay.url, '/v1/numbers', {
        token,
        body: { account: 'sms', number: '070-000 00 03', consent }
      })
    expect((await ask(false)).body.error.path).toBe('consent')
    expect(await ask(true)).toMatchObject({ status: 202, body: { id: expect.any(String) } })
  })

  it('stops a mirror only of its own thread', async () => {
    const { token } = await openVisit(relay.url)
    const body = { link: 'somebody-else’s', shown: false }
    expect((await pageCall(relay.url, '/v1/mirror', { token, body })).status).toBe(404)
  })

  it('is nobody without a token, and elsewhere with it', async () => {
    const { token } = await openVisit(relay.url)
    const stranger = await pageCall(relay.url, '/v1/thread')
    expect(stranger.status).toBe(401)
    expect(stranger.headers.get('www-authenticate')).toContain('Bearer')
    const elsewhere = await pageCall(relay.url, '/v1/thread', { token, origin: 'http://evil.test' })
    expect(elsewhere.status).toBe(403)
  })

  it('may come from a same-origin GET, which browsers send without an origin', async () => {
    const own = await startTestRelay({
      config: { sites: [{ ...siteAt('http://relay.test'), key: 'own' }] }
    })
    const headers = { origin: 'http://relay.test' }
    const body = JSON.stringify({ site: 'own' })
    const session = await fetch(`${own.url}/v1/session`, { method: 'POST', headers, body })
    const { token } = (await session.json()) as { token: string }
    const read = (extra: Record<string, string>) =>
      fetch(`${own.url}/v1/thread`, {
        headers: { authorization: `Bearer ${token}`, ...extra }
      }).then(({ status }) => status)
    expect(await read({ referer: 'http://relay.test/shop/' })).toBe(200)
    expect(await read({ referer: 'http://evil.test/' })).toBe(403)
    expect(await read({})).toBe(403)
    await own.close()
  })

  it('is not an agent by it, nor an agent a visitor', async () => {
    const { token } = await openVisit(relay.url)
    expect((await agentCall(relay.url, '/me', { token })).status).toBe(401)
    const asVisitor = await pageCall(relay.url, '/v1/thread', { token: 'kim-token-0000000001' })
    expect(asVisitor.status).toBe(401)
  })
})

const siteAt = (origin: string) => ({
  ...{ key: 'own', secret: 'a-secret-of-another-site-0001', name: 'Own' },
  origins: [origin]
})
