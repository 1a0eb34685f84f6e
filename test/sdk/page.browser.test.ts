import type { Sdk, SdkOptions, TrackedEvent } from '@segue/sdk'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { borrowChromium } from '../doubles/borrow-chromium.ts'
import { openSdkSite } from '../doubles/sdk-site.ts'

/** What a page of the test site holds. */
interface Shop {
  createSdk(options: SdkOptions): Sdk
  sdk: Sdk
  told: unknown[]
}

/** A slow machine is no failure. */
const PATIENCE = { timeout: 15_000 }

let browser: Browser
let site: Awaited<ReturnType<typeof openSdkSite>>
let page: Page
let sent: { event?: string; context: Record<string, unknown> }[]

beforeAll(async () => {
  browser = await borrowChromium()
  site = await openSdkSite()
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})
beforeEach(async () => {
  sent = []
  page = await (await browser.newContext()).newPage()
  await page.route('https://relay.example/**', async route => {
    sent.push(...JSON.parse(route.request().postData()!).batch)
    await route.fulfill({
      json: { success: true },
      headers: { 'access-control-allow-origin': '*' }
    })
  })
})
afterEach(() => page.context().close())

/** Opens a page of the site with an SDK and a list of what it has told. */
async function look(path: string, options: Pick<SdkOptions, 'pages'> = {}): Promise<void> {
  await page.goto(site.url + path)
  await page.waitForFunction(() => 'createSdk' in window)
  await page.evaluate(more => {
    const shop = window as unknown as Shop
    shop.sdk = shop.createSdk({ key: 'shop', relay: 'https://relay.example', ...more })
    shop.told = []
    shop.sdk.on('queued', ({ type, event, properties }: TrackedEvent) => {
      shop.told.push(type === 'page' ? [properties!.path, properties!.title] : event)
    })
  }, options)
}

const inPage = <Result>(run: (shop: Shop) => Result) =>
  page.evaluate(`(${run})(window)`) as Promise<Awaited<Result>>

const kept = () =>
  page.evaluate(async () => [
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
    ...(await indexedDB.databases()).map(({ name }) => name),
    ...(await caches.keys()),
    document.cookie
  ])

describe('in a real browser, consent', () => {
  it('comes before anything is stored anywhere, or sent', async () => {
    await look('/cart?utm_source=news&token=secret#secret', { pages: 'auto' })
    await inPage(({ sdk }) => {
      sdk.identify('ada', { plan: 'gold' })
      sdk.group('acme')
      sdk.track('Looked')
      dispatchEvent(new Event('pagehide'))
    })
    await vi.waitFor(async () => expect(await inPage(({ told }) => told.length)).toBe(4), PATIENCE)
    expect(await kept()).toEqual([''])
    expect(sent).toEqual([])

    await inPage(({ sdk }) => {
      sdk.consent('granted')
      return sdk.flush()
    })
    expect(sent).toHaveLength(4)
    expect(sent.map(({ context }) => context.campaign)).toContainEqual({ source: 'news' })
    expect(JSON.stringify(sent)).not.toContain('secret')
    expect((await kept()).filter(Boolean)).toEqual(
      expect.arrayContaining(['segue:shop:user', 'segue:shop:arrival'])
    )

    await inPage(({ sdk }) => sdk.consent('denied'))
    await vi.waitFor(async () => expect(await kept()).toEqual(['']), PATIENCE)
  })
})

describe('in a real browser, pages that tell of themselves', () => {
  const settled = (count: number) =>
    vi.waitFor(async () => expect(await inPage(({ told }) => told)).toHaveLength(count), PATIENCE)

  it.each(['the Navigation API', 'the History API'])('are heard of by %s', async way => {
    await page.addInitScript(name => {
      if (name === 'the History API') Reflect.deleteProperty(window, 'navigation')
    }, way)
    await look('/start', { pages: 'auto' })
    await settled(1)
    // Also what happens while the code that watches is still on its way.
    await inPage(() => {
      history.pushState(null, '', '/cart')
      document.title = 'Cart'
    })
    await settled(2)
    await inPage(() => {
      history.pushState(null, '', '/old')
      history.replaceState(null, '', '/new?step=1')
      history.pushState(null, '', '/new?step=2#pay')
    })
    await settled(3)
    await inPage(() => history.go(-2))
    await settled(4)
    await inPage(({ sdk }) => {
      sdk.destroy()
      history.pushState(null, '', '/after')
    })
    expect(await inPage(({ told }) => told)).toEqual([
      ['/start', 'Shop'],
      ['/cart', 'Cart'],
      ['/new', 'Cart'],
      ['/cart', 'Cart']
    ])
  })
})
