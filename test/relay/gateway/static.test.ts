import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import express from 'express'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Site } from '../../../relay/src/core/settings.ts'
import { tellScript } from '../../../relay/src/gateway/site-script.ts'
import { staticFiles } from '../../../relay/src/gateway/static.ts'

async function serve(files: Record<string, string>) {
  const dir = await mkdtemp(join(tmpdir(), 'segue-static-'))
  for (const [name, text] of Object.entries(files)) {
    await mkdir(join(dir, name, '..'), { recursive: true })
    await writeFile(join(dir, name), text)
  }
  const folders = { widget: join(dir, 'script'), inbox: join(dir, 'inbox') }
  const look = { name: 'Shop', accent: '#123456', radius: 0, icon: 'M4 4h12' }
  const sites = new Map([['shop', { key: 'shop', look } as Site]])
  const app = express().use(staticFiles(folders, 'https://chat.example', sites))
  const server = app.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(async () => {
    server.close()
    server.closeAllConnections()
    await rm(dir, { recursive: true, force: true })
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return (path: string, init?: RequestInit) => fetch(url + path, init)
}

const built = {
  'script/widget.js': 'launcher()',
  'script/widget/panel-1a2b3c.js': 'panel()',
  'inbox/index.html': '<h1>Inbox</h1>',
  'inbox/assets/main-1a2b3c.js': 'inbox()'
}

describe('the widget’s files', () => {
  it('may be loaded by any page, the script for minutes and its parts for ever', async () => {
    const get = await serve(built)
    const script = await get('/widget.js')
    expect(await script.text()).toBe('launcher()')
    expect(Object.fromEntries(script.headers)).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': 'public, max-age=300, stale-while-revalidate=86400',
      etag: expect.any(String)
    })
    const part = await get('/widget/panel-1a2b3c.js')
    expect(part.headers.get('cache-control')).toContain('immutable')
  })

  it('are these and no others', async () => {
    const get = await serve(built)
    expect((await get('/widget/none.js')).status).toBe(404)
    expect((await get('/widget/..%2f..%2finbox%2findex.html')).status).not.toBe(200)
  })
})

describe('the script of a site', () => {
  const script = { ...built, 'script/widget.js': 'launcher({segue:0})' }
  const TOLD = 'launcher({site:"shop",accent:"#123456",radius:"0",icon:"M4 4h12"})'

  it('has the look of the site in it, in Brotli or not, and is asked for once', async () => {
    const get = await serve(script)
    for (const encoding of ['br', 'identity']) {
      const headers = { 'accept-encoding': encoding }
      const first = await get('/widget.js?site=shop', { headers })
      expect(await first.text()).toBe(TOLD)
      expect(first.headers.get('content-encoding')).toBe(encoding === 'br' ? 'br' : null)
      expect(Object.fromEntries(first.headers)).toMatchObject({
        'content-type': 'text/javascript; charset=utf-8',
        'access-control-allow-origin': '*',
        'cache-control': 'public, max-age=300, stale-while-revalidate=86400',
        vary: expect.stringContaining('Accept-Encoding')
      })
      const asked = { 'if-none-match': first.headers.get('etag')!, 'cache-control': 'max-age=0' }
      const again = await get('/widget.js?site=shop', { headers: { ...headers, ...asked } })
      expect(again.status).toBe(304)
    }
  })

  it('is another one when its look is, and for each encoding', async () => {
    const get = await serve(script)
    const other = await serve({ ...script, 'script/widget.js': 'launcher({segue:0}) ' })
    const tagOf = async (from: typeof get, encoding: string) =>
      (
        await from('/widget.js?site=shop', { headers: { 'accept-encoding': encoding } })
      ).headers.get('etag')
    const tags = [
      await tagOf(get, 'br'),
      await tagOf(get, 'identity'),
      await tagOf(other, 'br'),
      await tagOf(other, 'identity')
    ]
    expect(new Set(tags).size).toBe(4)
  })

  it('is as it was built where no site is named, and none where there is no such site', async () => {
    const get = await serve(script)
    expect(await (await get('/widget.js')).text()).toBe('launcher({segue:0})')
    const unknown = await get('/widget.js?site=%3Cscript%3E')
    expect(unknown.status).toBe(404)
    expect(await unknown.text()).not.toContain('<script>')
  })

  it('holds data alone, whatever a look holds', () => {
    const hostile = '"})//</script>\u2028$&`alert(1)\\'
    const code = tellScript('return {segue:0}', {
      key: hostile,
      look: { name: 'Shop', icon: hostile }
    })
    expect(code).not.toMatch(/[<\u2028]/)
    expect(new Function(code)()).toEqual({ site: hostile, icon: hostile })
  })
})

describe('a browser that takes Brotli', () => {
  it('gets it, and asks only once', async () => {
    const code = `launcher(${'1,'.repeat(5000)})`
    const get = await serve({ ...built, 'script/widget.js': code })
    const first = await get('/widget.js', { headers: { 'accept-encoding': 'br' } })
    expect(first.headers.get('content-encoding')).toBe('br')
    expect(first.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(first.headers.get('access-control-allow-origin')).toBe('*')
    expect(Number(first.headers.get('content-length'))).toBeLessThan(200)
    expect(await first.text()).toBe(code)

    const etag = first.headers.get('etag') ?? ''
    // By itself fetch would ask for a fresh copy.
    const asked = { 'if-none-match': etag, 'cache-control': 'max-age=0' }
    const headers = { 'accept-encoding': 'br', ...asked }
    expect((await get('/widget.js', { headers })).status).toBe(304)
    const plain = await get('/widget.js', { headers: { 'accept-encoding': 'identity' } })
    expect(plain.headers.get('content-encoding')).toBeNull()
    expect(plain.headers.get('vary')).toContain('Accept-Encoding')
    expect(await plain.text()).toBe(code)
  })
})

describe('the inbox', () => {
  it('is a page that runs nothing from elsewhere', async () => {
    const get = await serve(built)
    const page = await get('/inbox/')
    expect(await page.text()).toBe('<h1>Inbox</h1>')
    expect(page.headers.get('cache-control')).toBe('no-cache')
    const policy = page.headers.get('content-security-policy')
    expect(policy).toContain("default-src 'self'")
    expect(policy).toContain("connect-src 'self' wss://chat.example")
    expect(policy).not.toContain('unsafe')
  })

  it('has its slash, and its own views under it', async () => {
    const get = await serve(built)
    const bare = await get('/inbox', { redirect: 'manual' })
    expect([bare.status, bare.headers.get('location')]).toEqual([301, '/inbox/'])
    expect(await (await get('/inbox/conversations/1')).text()).toBe('<h1>Inbox</h1>')
    expect((await get('/inbox/assets/none.js')).status).toBe(404)
    const asset = await get('/inbox/assets/main-1a2b3c.js')
    expect(asset.headers.get('cache-control')).toContain('immutable')
  })
})

describe('what has not been built', () => {
  it('says so, and how to build it', async () => {
    const get = await serve({})
    for (const path of ['/widget.js', '/inbox/']) {
      const reply = await get(path)
      expect(reply.status).toBe(503)
      expect(await reply.text()).toContain('npm run build')
    }
  })
})
