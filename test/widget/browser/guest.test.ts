import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { useWidgetPages } from '../../doubles/use-widget-pages.ts'
import {
  fieldOf,
  goToCode,
  launcherOf,
  openChat,
  panelOf,
  say,
  strictPolicy
} from '../../doubles/widget-pages.ts'

const pages = useWidgetPages()

/** A shift as Chromium tells it; TypeScript's DOM does not know it. */
type LayoutShift = PerformanceEntry & { value: number }

/** Breaks what can be broken from outside. */
const HOSTILE = `
  * { display: none !important; position: static !important; font-size: 41px !important;
      color: red !important; opacity: .1 !important; transform: rotate(9deg) !important;
      transition: all 9s !important; animation: none !important; z-index: -1 !important }
  html, body { display: block !important; font-size: 62.5% !important; transform: none !important;
               opacity: 1 !important }
  segue-widget, segue-widget * { visibility: hidden !important; width: 1px !important }
  button, textarea, a { all: unset !important }`

const attachOf = (page: Page) => page.getByRole('button', { name: 'Attach' })

/** Keeps a page's requests waiting, until they are released. */
async function hold(page: Page, url: string) {
  const { promise, resolve: release } = Promise.withResolvers<void>()
  await page.route(url, async route => {
    await promise
    await route.continue()
  })
  return { release }
}

/** Adds up what moves on a page, from its beginning on. */
async function watchShifts(page: Page) {
  const seen = await page.evaluateHandle(() => {
    const values: number[] = []
    const observer = new PerformanceObserver(list => {
      for (const entry of list.getEntries() as LayoutShift[]) values.push(entry.value)
    })
    observer.observe({ type: 'layout-shift', buffered: true })
    return values
  })
  return {
    /** The sum, once what is drawn by now has been told of. */
    sum: () =>
      seen.evaluate(
        values =>
          new Promise<number>(resolve => {
            const tell = () => resolve(values.reduce((sum, one) => sum + one, 0))
            // Two frames: one that draws, one after which the observer has heard of it.
            requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(tell)))
          })
      )
  }
}

describe('a page with the widget on it', () => {
  it('has stored nothing and asked for nothing but the script, before the first click', async () => {
    const page = await pages.open()
    await page.waitForLoadState('networkidle')
    expect(pages.relay().heard.map(({ path }) => path)).toEqual(['/widget.js'])
    expect(pages.relay().sockets.size).toBe(0)
    const kept = await page.evaluate(async () => ({
      local: localStorage.length,
      session: sessionStorage.length,
      cookies: document.cookie,
      databases: (await indexedDB.databases()).length,
      caches: (await caches.keys()).length
    }))
    expect(kept).toEqual({ local: 0, session: 0, cookies: '', databases: 0, caches: 0 })
    expect(page.complaints).toEqual([])
  })

  it('does not move: the launcher and the open panel shift nothing', async () => {
    const page = await pages.open()
    const before = await page.evaluate(() => document.body.getBoundingClientRect().toJSON())
    const shifts = await watchShifts(page)
    const session = await hold(page, '**/v1/session*')
    await launcherOf(page).click()
    await attachOf(page).waitFor()
    await shifts.sum()
    // This relay takes no files: what it does not offer goes without moving the rest.
    session.release()
    await attachOf(page).waitFor({ state: 'detached' })
    const shift = await shifts.sum()
    expect(shift).toBe(0)
    const after = await page.evaluate(() => document.body.getBoundingClientRect().toJSON())
    expect(after).toEqual(before)
  })

  it('breaks none of its own policies, however strict: no style, no HTML, no eval', async () => {
    const page = await pages.open({ policy: strictPolicy(pages.relay().url) })
    await openChat(page, pages.relay())
    await say(page, 'Hello <b>there</b>')
    await goToCode(page)
    await page.locator('.qr svg').waitFor()
    expect(page.complaints).toEqual([])
  })

  it('cannot break the widget by its style sheet', async () => {
    const page = await pages.open({ css: HOSTILE, viewport: { width: 1280, height: 800 } })
    await page.mouse.move(10, 10)
    expect(await launcherOf(page).boundingBox()).toMatchObject({ width: 56, height: 56 })
    await openChat(page, pages.relay())
    await say(page, 'Still here')
    const size = { width: 380, height: 640 }
    expect(await panelOf(page).boundingBox()).toMatchObject(size)
    const field = await fieldOf(page).evaluate(element => {
      const { fontSize, color, opacity } = getComputedStyle(element)
      return { fontSize, color, opacity }
    })
    expect(field).toEqual({ fontSize: '16px', color: 'rgb(28, 28, 26)', opacity: '1' })
  })

  it('keeps its own looks, down to the last computed style', async () => {
    const page = await pages.open()
    const looks = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('html, head, body, main, h1, p, a')].map(element =>
          [...getComputedStyle(element)]
            .map(name => `${name}:${getComputedStyle(element).getPropertyValue(name)}`)
            .join()
        )
      )
    const before = await looks()
    await openChat(page, pages.relay())
    expect(await looks()).toEqual(before)
  })

  it('may be read from right to left, and then has the widget on its other side', async () => {
    const page = await pages.open({ html: 'lang="en" dir="rtl"' })
    expect((await launcherOf(page).boundingBox())!.x).toBe(20)
    await openChat(page, pages.relay())
    expect((await panelOf(page).boundingBox())!.x).toBe(20)
  })

  it('may say where the widget stands', async () => {
    const page = await pages.open({ tag: 'data-side="start" data-offset="30 88"' })
    const { height } = page.viewportSize()!
    expect(await launcherOf(page).boundingBox()).toMatchObject({ x: 30, y: height - 88 - 56 })
  })

  it('shows the brand of a site that the script’s address names before anything else is fetched', async () => {
    const relay = pages.relay()
    const look = { name: 'Norrsken', accent: '#a03060', radius: 0, offset: '40 60' }
    relay.tell({ look: { ...look, icon: 'M4 4h12v9H8l-4 4z' } })
    const policy = strictPolicy(relay.url)
    const page = await pages.open({ named: true, policy, tag: 'data-offset="30"' })
    const { width, height } = page.viewportSize()!
    const launcher = launcherOf(page)
    // What the tag says wins.
    const place = { x: width - 30 - 56, y: height - 30 - 56, width: 56, height: 56 }
    expect(await launcher.boundingBox()).toEqual(place)
    const worn = () =>
      launcher.evaluate(button => {
        const { backgroundColor, borderRadius } = getComputedStyle(button)
        return [backgroundColor, borderRadius, button.querySelector('path')!.getAttribute('d')]
      })
    const brand = ['rgb(160, 48, 96)', '0px', 'M4 4h12v9H8l-4 4z']
    expect(await worn()).toEqual(brand)
    expect(relay.heard.map(({ path }) => path)).toEqual(['/widget.js'])

    await openChat(page, relay)
    expect(await worn()).toEqual(brand)
    await say(page, 'Hello')
    expect(page.complaints).toEqual([])
  })

  it('may swap its body and change its address, and still has one widget and one socket', async () => {
    const page = await pages.open()
    await openChat(page, pages.relay())
    await page.evaluate(() => {
      for (let i = 0; i < 50; i++) history.pushState({}, '', `/page-${i}`)
      const body = document.createElement('body')
      body.append(document.querySelector('script')!.cloneNode())
      document.body.replaceWith(body)
    })
    await say(page, 'Same as ever')
    expect(await page.locator('segue-widget').count()).toBe(1)
    expect(pages.relay().sockets.size).toBe(1)
  })

  it('is left as it was by destroy()', async () => {
    const page = await pages.open({ viewport: { width: 390, height: 844 } })
    const html = () => page.evaluate(() => document.documentElement.outerHTML)
    const before = (await html()).replace(/<segue-widget.*?<\/segue-widget>/s, '')
    await openChat(page, pages.relay())
    expect(await page.evaluate(() => document.body.inert)).toBe(true)
    await page.evaluate(() => (window.segue as { destroy(): void }).destroy())
    expect((await html()).replace(' style=""', '')).toBe(before)
    expect(await page.evaluate(() => 'segue' in window)).toBe(false)
    await expect.poll(() => pages.relay().sockets.size).toBe(0)
    expect(page.complaints).toEqual([])
  })
})
