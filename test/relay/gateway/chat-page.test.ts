import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestRelay, type TestRelay, testSite } from '../../doubles/relay.ts'

let relay: TestRelay
beforeAll(async () => {
  relay = await startTestRelay()
})
afterAll(() => relay.close())

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(relay.url + path, { headers })

const openSession = (origin: string) =>
  fetch(`${relay.url}/v1/session`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: JSON.stringify({ site: testSite.key })
  })

describe('a site’s chat as a page', () => {
  it('bears the site’s name, speaks the reader’s language, and is in no index', async () => {
    const reply = await get('/chat/shop', { 'accept-language': 'ar-EG,ar;q=0.9,en;q=0.8' })
    const html = await reply.text()
    expect(reply.status).toBe(200)
    expect(reply.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(reply.headers.get('x-robots-tag')).toBe('noindex')
    expect(html).toContain('<title>Test Shop</title>')
    expect(html).toContain('<html lang="ar-EG" dir="rtl">')
    expect(html).toContain('data-site="shop" data-mode="page"')
    expect(await (await get('/chat/shop')).text()).toContain('<html lang="en" dir="ltr">')
  })

  it('runs nothing but our script, and is framed by the site alone', async () => {
    const { headers } = await get('/chat/shop')
    const policy = headers.get('content-security-policy')!
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).toContain(`frame-ancestors 'self' ${testSite.origin}`)
    expect(policy).not.toMatch(/unsafe|\*/)
    expect(headers.get('x-frame-options')).toBeNull()
  })

  it('is a plain page that says so where there is no such site', async () => {
    const reply = await get('/chat/%3Cscript%3E')
    expect(reply.status).toBe(404)
    expect(reply.headers.get('content-type')).toBe('text/html; charset=utf-8')
    const html = await reply.text()
    expect(html).toContain('There is no chat here.')
    expect(html).not.toContain('<script')
  })

  it('opens sessions from the relay’s own origin, and no other besides the site’s', async () => {
    const own = new URL(relay.url)
    expect((await openSession(own.origin)).status).toBe(200)
    expect((await openSession(testSite.origin)).status).toBe(200)
    expect((await openSession(`http://127.0.0.1:${Number(own.port) + 1}`)).status).toBe(403)
    expect((await openSession(`https://${own.host}`)).status).toBe(403)
  })
})
