import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { findBarriers } from '../../doubles/axe.ts'
import { said } from '../../doubles/entries.ts'
import { useWidgetPages } from '../../doubles/use-widget-pages.ts'
import { fieldOf, say, strictPolicy } from '../../doubles/widget-pages.ts'

const pages = useWidgetPages()

const EMBEDDED = {
  tag: 'data-mode="embedded" data-target="main"',
  css: 'main{height:480px;border-radius:12px}h1,main>p,main>a{display:none}'
}

const chatOf = (page: Page) => page.getByRole('region', { name: /^Chat/ })
const kept = (page: Page) => page.evaluate(() => localStorage.length + document.cookie.length)
const asked = () => pages.relay().heard.filter(({ path }) => path.startsWith('/v1/'))

describe('a chat in an element of the page', () => {
  it('is there at once and fills it, with nothing stored, asked or focused', async () => {
    const page = await pages.open(EMBEDDED)
    await fieldOf(page).waitFor()
    await page.waitForLoadState('networkidle')
    expect(await chatOf(page).boundingBox()).toEqual(await page.locator('main').boundingBox())
    expect(await page.getByText('Hello. What can we help you with?').isVisible()).toBe(true)
    expect([asked(), pages.relay().sockets.size, await kept(page)]).toEqual([[], 0, 0])
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true)
    expect(await page.getByRole('button', { name: /close|open chat/i }).count()).toBe(0)
    expect(await findBarriers(page)).toEqual([])
    expect(page.complaints).toEqual([])
  })

  it('connects when the visitor goes to it, and talks', async () => {
    const page = await pages.open(EMBEDDED)
    await fieldOf(page).click()
    await page.getByRole('region', { name: 'Chat with Norrsken' }).waitFor()
    await say(page, 'Is the mug back?')
    pages.relay().append(said('agent', 'On Monday.'))
    await page.getByRole('log').getByText('On Monday.').waitFor()
    await page.keyboard.press('Escape')
    expect(await fieldOf(page).isVisible()).toBe(true)
    expect(await page.evaluate(() => document.querySelector('[inert]'))).toBeNull()
    expect(page.complaints).toEqual([])
  })

  it.each([
    ['a narrow screen', { viewport: { width: 320, height: 568 } }],
    ['the dark', { colorScheme: 'dark' }],
    ['a page from right to left', { html: 'lang="ar" dir="rtl"' }],
    ['forced colours', { forcedColors: 'active' }]
  ] as const)('is whole on %s', async (_, options) => {
    const page = await pages.open({ ...EMBEDDED, reducedMotion: 'reduce', ...options })
    await page.locator('segue-widget textarea').click()
    await page.locator('segue-widget h2', { hasText: 'Norrsken' }).waitFor()
    expect(await findBarriers(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    expect(
      await page.locator('segue-widget').evaluate(host => host.getBoundingClientRect().height)
    ).toBe(480)
  })

  it('leaves nothing when it is taken away, under the strictest policy', async () => {
    const policy = strictPolicy(pages.relay().url)
    const page = await pages.open({ ...EMBEDDED, policy })
    await fieldOf(page).click()
    await page.getByRole('region', { name: 'Chat with Norrsken' }).waitFor()
    // A browser complains of a socket that is closed before it is open.
    await expect.poll(() => pages.relay().sockets.size).toBe(1)
    await page.evaluate(() => (window.segue as { destroy(): void }).destroy())
    expect(await page.locator('segue-widget').count()).toBe(0)
    expect(await page.evaluate(() => 'segue' in window)).toBe(false)
    await expect.poll(() => pages.relay().sockets.size).toBe(0)
    expect(page.complaints).toEqual([])
  })
})
