import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { findBarriers } from '../doubles/axe.ts'
import { borrowChromium } from '../doubles/borrow-chromium.ts'
import { type DemoPages, openDemoPages } from '../doubles/demo-pages.ts'

let demo: DemoPages
let browser: Browser
let page: Page
const problems: string[] = []

beforeAll(async () => {
  demo = await openDemoPages()
  browser = await borrowChromium()
  page = await openPage({ viewport: { width: 560, height: 760 } })
})
afterAll(async () => {
  await browser?.close()
  await demo?.close()
})
afterEach(() => expect(problems.splice(0)).toEqual([]))

async function openPage(options: BrowserContextOptions): Promise<Page> {
  const opened = await (await browser.newContext(options)).newPage()
  opened.on('pageerror', error => problems.push(String(error)))
  opened.on('console', message => {
    // What a refused page tells its developer is meant, and in one scene.
    const isMeant = message.type() !== 'error' || message.text() === '[segue] forbidden'
    if (!isMeant) problems.push(message.text())
  })
  return opened
}

/** Opens one scene, and waits until it has come to its end. */
async function show(on: Page, scene: string, more = ''): Promise<void> {
  await on.goto(`${demo.url}/gallery/frame.html?scene=${scene}${more}`)
  await on.locator('html[data-ready]').waitFor()
}

async function scenesIn(gallery: Page): Promise<string[]> {
  await gallery.goto(`${demo.url}/gallery/`)
  const addresses = await gallery
    .locator('figcaption a')
    .evaluateAll(links => links.map(link => (link as HTMLAnchorElement).href))
  return addresses.map(address => new URL(address).searchParams.get('scene')!)
}

describe('the gallery', () => {
  it('shows every scene to its end, and nothing complains', { timeout: 120_000 }, async () => {
    const scenes = await scenesIn(page)
    expect(new Set(scenes).size).toBe(scenes.length)
    expect(scenes.length).toBeGreaterThan(30)
    const options = { viewport: { width: 560, height: 760 } }
    const pages = await Promise.all([openPage(options), openPage(options), openPage(options)])
    const showRest = async (on: Page) => {
      for (let scene = scenes.shift(); scene; scene = scenes.shift()) await show(on, scene)
    }
    await Promise.all(pages.map(showRest))
  })

  it('takes theme, language, size and brand, and keeps them in its address', async () => {
    await page.goto(`${demo.url}/gallery/`)
    await page.getByLabel('Theme').selectOption('Dark')
    await page.getByLabel('Language').selectOption('Arabic')
    await page.getByLabel('Size').selectOption('Phone')
    const first = page.locator('iframe').first()
    expect(await first.getAttribute('src')).toBe('./frame.html?scene=closed&theme=dark&language=ar')
    expect(await first.getAttribute('width')).toBe('390')
    await page.reload()
    expect(await page.getByLabel('Language').inputValue()).toBe('ar')
    expect(await findBarriers(page)).toEqual([])
  })

  it('speaks the language, from right to left where that is so', async () => {
    await show(page, 'thread', '&language=ar')
    expect(
      await page.locator('segue-widget .panel').evaluate(panel => panel.matches(':dir(rtl)'))
    ).toBe(true)
  })
})
