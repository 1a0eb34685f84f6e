import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { said } from '../../doubles/entries.ts'
import { useWidgetPages } from '../../doubles/use-widget-pages.ts'
import { fieldOf, launcherOf, openChat, panelOf, say } from '../../doubles/widget-pages.ts'

const pages = useWidgetPages()

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

const openPhone = () => pages.open(PHONE)
const gone = (page: Page) => panelOf(page).waitFor({ state: 'detached' })
const bottomOf = async (box: Promise<{ y: number; height: number } | null>) => {
  const { y, height } = (await box)!
  return y + height
}

/** As a keyboard does to what can be seen; no browser without a screen has one. */
const seeOnly = (page: Page, seen: { height?: number; offsetTop?: number; scale?: number }) =>
  page.evaluate(values => {
    for (const [name, value] of Object.entries(values)) {
      Object.defineProperty(visualViewport, name, { configurable: true, value })
    }
    visualViewport!.dispatchEvent(new Event('resize'))
  }, seen)

/** What the browser keeps free of notches and bars. */
async function cutScreen(page: Page, insets: object) {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setSafeAreaInsetsOverride' as never, { insets } as never)
}

async function talk(page: Page) {
  await openChat(page, pages.relay())
  await say(page, 'Hello')
  pages.relay().append(...Array.from({ length: 30 }, (_, i) => said('agent', `Message ${i}`)))
  await page.getByRole('log').getByText('Message 29').waitFor()
}

describe('the keyboard of a phone', () => {
  it('leaves the panel what can be seen, wherever the browser has moved that to', async () => {
    const page = await openPhone()
    await talk(page)
    await seeOnly(page, { height: 480, offsetTop: 120 })
    const seen = { x: 0, y: 120, width: 390, height: 480 }
    await expect.poll(() => panelOf(page).boundingBox()).toEqual(seen)
    expect(await bottomOf(fieldOf(page).boundingBox())).toBeLessThanOrEqual(600)
    const newest = page.getByRole('log').getByText('Message 29')
    await expect.poll(() => bottomOf(newest.boundingBox())).toBeLessThan(600)

    await seeOnly(page, { height: 844, offsetTop: 0 })
    await expect.poll(() => bottomOf(panelOf(page).boundingBox())).toBe(844)
  })

  it('does not zoom: every field is 16 pixels or more', async () => {
    const page = await openPhone()
    await openChat(page, pages.relay())
    await say(page, 'Hello')
    await page.getByRole('button', { name: 'Continue on your phone' }).click()
    await page.locator('.choices').getByRole('button', { name: /SMS/ }).click()
    await page.getByRole('textbox').first().waitFor()
    const sizes = () =>
      page
        .locator('segue-widget :is(input, textarea, select)')
        .evaluateAll(fields => fields.map(field => parseFloat(getComputedStyle(field).fontSize)))
    const onSheet = await sizes()
    await page.keyboard.press('Escape')
    await fieldOf(page).waitFor()
    const all = [...onSheet, ...(await sizes())]
    expect(all.length).toBeGreaterThan(1)
    expect(Math.min(...all)).toBeGreaterThanOrEqual(16)
  })

  it('is no fingers that look closer: then the panel stays as large as it was', async () => {
    const page = await openPhone()
    await openChat(page, pages.relay())
    await seeOnly(page, { height: 422, scale: 2 })
    await seeOnly(page, { height: 600, scale: 1 })
    // Only the second was followed, and the first had its turn.
    await expect.poll(async () => (await panelOf(page).boundingBox())!.height).toBe(600)
    await seeOnly(page, { height: 300, scale: 2 })
    expect((await panelOf(page).boundingBox())!.height).toBe(600)
  })
})

describe('a phone with a notch, rounded corners and a bar', () => {
  it('hides nothing behind them, and loses no room to them over a keyboard', async () => {
    const page = await openPhone()
    await cutScreen(page, { top: 47, bottom: 34 })
    expect(await bottomOf(launcherOf(page).boundingBox())).toBeLessThanOrEqual(844 - 34 - 20)
    await openChat(page, pages.relay())
    const close = panelOf(page).getByRole('button', { name: 'Close chat' })
    await expect.poll(async () => (await close.boundingBox())!.y).toBeGreaterThanOrEqual(47)
    expect(await bottomOf(fieldOf(page).boundingBox())).toBeLessThanOrEqual(844 - 34)

    await seeOnly(page, { height: 480 })
    await expect.poll(() => bottomOf(fieldOf(page).boundingBox())).toBeGreaterThan(480 - 34)
    expect(await bottomOf(fieldOf(page).boundingBox())).toBeLessThanOrEqual(480)
  })

  it('and on its side neither', async () => {
    const page = await pages.open({ ...PHONE, viewport: { width: 844, height: 390 } })
    await cutScreen(page, { left: 47, right: 47, bottom: 21 })
    const launcher = (await launcherOf(page).boundingBox())!
    expect(launcher.x + launcher.width).toBeLessThanOrEqual(844 - 47)
    await openChat(page, pages.relay())
    const field = (await fieldOf(page).boundingBox())!
    const close = (await panelOf(page).getByRole('button', { name: 'Close chat' }).boundingBox())!
    expect(field.x).toBeGreaterThanOrEqual(47)
    expect(close.x + close.width).toBeLessThanOrEqual(844 - 47)
  })

  it('is turned: the panel stays the screen, with the newest above the composer', async () => {
    const page = await openPhone()
    await talk(page)
    await fieldOf(page).fill('Half a sentence')
    for (const [width, height] of [
      [844, 390],
      [390, 844]
    ] as const) {
      await page.setViewportSize({ width, height })
      const screen = { x: 0, y: 0, width, height }
      await expect.poll(() => panelOf(page).boundingBox()).toEqual(screen)
      const newest = page.getByRole('log').getByText('Message 29')
      await expect
        .poll(async () => {
          const field = (await fieldOf(page).boundingBox())!
          return (
            (await bottomOf(newest.boundingBox())) < field.y && field.y + field.height <= height
          )
        })
        .toBe(true)
      expect(await fieldOf(page).inputValue()).toBe('Half a sentence')
      expect(await page.evaluate(() => document.body.inert)).toBe(true)
    }
  })
})

/** A page whose browser has, or has not, a way of its own to tell of the way back; and that routes by itself. */
async function openRouted(closeWatcher: boolean): Promise<Page> {
  const page = await pages.open(PHONE)
  await page.evaluate(has => {
    if (!has) Reflect.deleteProperty(window, 'CloseWatcher')
    const routed: unknown[] = []
    Object.assign(window, { routed })
    history.replaceState({ at: 0 }, '', '/')
    history.pushState({ at: 1 }, '', '/mugs')
    addEventListener('popstate', () => routed.push([location.pathname, history.state]))
    scrollTo(0, 200)
  }, closeWatcher)
  return page
}
const routed = (page: Page) => page.evaluate(() => (window as never as { routed: unknown }).routed)
const standing = (page: Page) =>
  page.evaluate(() => [location.pathname, history.state, Math.round(scrollY)])
/** Until what catches the way back is there. */
const caught = (page: Page) =>
  expect.poll(() => page.evaluate(() => history.state?.segue !== undefined)).toBe(true)
/** Not by the driver, which waits for a page to load. */
const goBack = (page: Page) => page.evaluate(() => history.back())

describe('the way back of a phone', () => {
  it('closes the panel, and nothing on the page has moved', async () => {
    const page = await openRouted(false)
    await openChat(page, pages.relay())
    await caught(page)
    await goBack(page)
    await gone(page)
    expect(await standing(page)).toEqual(['/mugs', { at: 1 }, 200])
    // A router hears of nothing but where it is.
    expect(await routed(page)).toEqual([['/mugs', { at: 1 }]])
    await goBack(page)
    await expect.poll(async () => (await standing(page)).slice(0, 2)).toEqual(['/', { at: 0 }])
  })

  it('leads from the way to WhatsApp to the chat, and from there to the page', async () => {
    const page = await openRouted(false)
    await openChat(page, pages.relay())
    await say(page, 'Hello')
    await caught(page)
    await page.getByRole('button', { name: 'Continue on your phone' }).click()
    await page.locator('.choices').waitFor()
    await goBack(page)
    await fieldOf(page).waitFor()
    await caught(page)
    await goBack(page)
    await gone(page)
    expect(await standing(page)).toEqual(['/mugs', { at: 1 }, 200])
  })

  it('has no step more once the panel was closed by its button', async () => {
    const page = await openRouted(false)
    await openChat(page, pages.relay())
    await caught(page)
    expect((await standing(page))[0]).toBe('/mugs')
    await panelOf(page).getByRole('button', { name: 'Close chat' }).click()
    await gone(page)
    await expect.poll(() => standing(page)).toEqual(['/mugs', { at: 1 }, 200])
    await goBack(page)
    await expect.poll(async () => (await standing(page)).slice(0, 2)).toEqual(['/', { at: 0 }])
  })

  it('is the page’s again when it has gone on by itself behind the panel', async () => {
    const page = await openRouted(false)
    await openChat(page, pages.relay())
    await caught(page)
    await page.evaluate(() => history.pushState({ at: 2 }, '', '/bowls'))
    await panelOf(page).getByRole('button', { name: 'Close chat' }).click()
    await gone(page)
    expect((await standing(page)).slice(0, 2)).toEqual(['/bowls', { at: 2 }])
  })

  it('where the browser tells of it, takes no step of the history at all', async () => {
    const page = await openRouted(true)
    const steps = () => page.evaluate(() => history.length)
    const before = await steps()
    const fetched = page.waitForResponse(/widget\/screen-/)
    await openChat(page, pages.relay())
    await fetched
    // Out of the panel's reach: only the browser can have told it. A phone's way back is this key elsewhere.
    await page.evaluate(() =>
      addEventListener('keydown', event => event.stopImmediatePropagation(), { capture: true })
    )
    await expect
      .poll(async () => {
        await page.keyboard.press('Escape')
        return panelOf(page).count()
      })
      .toBe(0)
    expect([await steps(), await routed(page)]).toEqual([before, []])
  })
})
