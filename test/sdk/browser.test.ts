import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Chat, Entry, Sdk, SdkOptions } from '@segue/sdk'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { borrowChromium } from '../doubles/borrow-chromium.ts'
import { startTestRelay, type TestRelay, testAgent, testSite } from '../doubles/relay.ts'
import { openSdkSite } from '../doubles/sdk-site.ts'

/** What a page of the test site holds. */
interface Shop {
  createSdk(options: SdkOptions): Sdk
  createChat(sdk: Sdk): Chat
  sdk: Sdk
  chat: Chat
  thread: Entry[]
  status: string[]
}

let browser: Browser
let site: Awaited<ReturnType<typeof openSdkSite>>
let relay: TestRelay
let dir: string
let page: Page

const startRelay = (port = 0) => {
  const { origin: _, ...rest } = testSite
  const sites = [{ ...rest, country: 'SE', origins: [site.url] }]
  return startTestRelay({ dir, config: { port, sites } })
}

beforeAll(async () => {
  browser = await borrowChromium()
  site = await openSdkSite()
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'segue-sdk-'))
  relay = await startRelay()
  page = await (await browser.newContext()).newPage()
})
afterEach(async () => {
  await page.context().close()
  await relay.close()
  await rm(dir, { recursive: true })
})

/** Opens a page of the site, with an SDK and a record of what it tells. */
async function look(path = '/'): Promise<void> {
  await page.goto(site.url + path)
  await page.waitForFunction(() => 'createSdk' in window)
  await page.evaluate(relay => {
    const shop = window as unknown as Shop
    shop.sdk = shop.createSdk({ key: 'shop', relay })
    shop.chat = shop.createChat(shop.sdk)
    shop.thread = []
    shop.status = []
    shop.chat.on('entries', entries => shop.thread.push(...entries))
    shop.chat.on('reset', () => {
      shop.thread = []
    })
    shop.chat.on('status', status => shop.status.push(status))
  }, `http://127.0.0.1:${relay.port}`)
}

const inPage = <Result>(run: (shop: Shop) => Result) =>
  page.evaluate(`(${run})(window)`) as Promise<Awaited<Result>>

/** What is in the thread, once there is that much of it. */
const texts = (count: number) =>
  vi.waitFor(
    async () => {
      const said = await inPage(({ thread }) =>
        thread.flatMap(entry => (entry.type === 'message' ? entry.text : []))
      )
      expect(said).toHaveLength(count)
      return said
    },
    { timeout: 15_000 }
  )

async function agentApi<Reply>(path: string, body?: unknown): Promise<Reply> {
  const response = await fetch(`http://127.0.0.1:${relay.port}/v1/agent/${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { authorization: `Bearer ${testAgent.token}`, 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {})
  })
  return response.json() as Promise<Reply>
}

interface Line {
  id: string
  person: string
}
const conversation = async (): Promise<Line> => {
  const { items } = await agentApi<{ items: Line[] }>('conversations?state=all')
  return items[0]!
}
const answer = async (text: string) =>
  agentApi(`conversations/${(await conversation()).id}/messages`, { cid: text, text })

describe('the SDK in a real browser, with a real relay', () => {
  it('touches neither network nor storage before it is used', async () => {
    const asked: string[] = []
    page.on('request', request => void asked.push(request.url()))
    await look()
    expect(await inPage(({ chat }) => chat.resume())).toBe(false)
    expect(asked.filter(url => url.includes(String(relay.port)))).toEqual([])
    expect(await inPage(() => localStorage.length + sessionStorage.length)).toBe(0)
  })

  it('talks both ways, and goes on after a reload', async () => {
    await look()
    await inPage(({ chat }) => chat.send('Is it in stock?'))
    expect(await texts(1)).toEqual(['Is it in stock?'])
    await answer('Yes')
    expect(await texts(2)).toEqual(['Is it in stock?', 'Yes'])

    await look('/cart')
    expect(await inPage(({ chat }) => chat.resume())).toBe(true)
    expect(await texts(2)).toEqual(['Is it in stock?', 'Yes'])
  })

  it('sends what was written while the relay was away, once', async () => {
    await look()
    await inPage(({ chat }) => chat.send('One'))
    await texts(1)
    const { port } = relay
    await relay.close()
    await inPage(({ chat }) => {
      chat.send('Two')
      chat.send('Three')
    })
    relay = await startRelay(port)
    expect(await texts(3)).toEqual(['One', 'Two', 'Three'])
    const { id } = await conversation()
    const { entries } = await agentApi<{ entries: Entry[] }>(`conversations/${id}`)
    expect(entries.filter(({ type }) => type === 'message')).toHaveLength(3)
  })

  it('polls where sockets are refused', async () => {
    await page.routeWebSocket(/socket/, socket => socket.close({ code: 1011 }))
    await look()
    await inPage(({ chat }) => chat.send('Hello'))
    expect(await texts(1)).toEqual(['Hello'])
    await answer('By poll')
    expect(await texts(2)).toEqual(['Hello', 'By poll'])
  })

  it('goes on trying sockets where the code that polls cannot be fetched', async () => {
    let sockets = 0
    let fetches = 0
    await page.route(/poll-transport/, route => {
      fetches += 1
      return route.abort()
    })
    await page.routeWebSocket(/socket/, socket => {
      sockets += 1
      if (sockets > 2) socket.connectToServer()
      else socket.close({ code: 1011 })
    })
    await look()
    await inPage(({ chat }) => chat.send('Hello'))
    expect(await texts(1)).toEqual(['Hello'])
    expect(fetches).toBe(1)
  })

  it('takes events along when the page goes, and ties them to the visitor', async () => {
    await look()
    await inPage(({ chat }) => chat.send('Hello'))
    await texts(1)
    await inPage(({ sdk }) => {
      for (let n = 1; n <= 5; n++) sdk.track(`Step ${n}`, { text: 'x'.repeat(2_000) })
      location.href = '/next'
    })
    const { person } = await conversation()
    await vi.waitFor(
      async () => {
        const { items } = await agentApi<{ items: { name: string }[] }>(`people/${person}/events`)
        const names = items.map(({ name }) => name).filter(name => name.startsWith('Step'))
        expect(names.toSorted()).toEqual(['Step 1', 'Step 2', 'Step 3', 'Step 4', 'Step 5'])
      },
      { timeout: 10_000 }
    )
  })
})
