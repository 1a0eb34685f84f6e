import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { said } from '../../doubles/entries.ts'
import { useWidgetPages } from '../../doubles/use-widget-pages.ts'
import { launcherOf, openChat, panelOf, say } from '../../doubles/widget-pages.ts'

const pages = useWidgetPages()

const line = (page: Page) => page.locator('segue-widget .unread')

async function close(page: Page) {
  await page.keyboard.press('Escape')
  await panelOf(page).waitFor({ state: 'detached' })
}

/** A page whose chat is closed, and where this many answers wait. */
async function openWaiting(count: number): Promise<Page> {
  const page = await pages.open()
  await openChat(page, pages.relay())
  await say(page, 'Hello')
  await close(page)
  pages.relay().append(...Array.from({ length: count }, (_, i) => said('agent', `Answer ${i}`)))
  await page.getByRole('button', { name: `Open chat, ${count} new` }).waitFor()
  return page
}

/** What screen readers are told from now on by places that tell of changes. */
const listen = (page: Page) =>
  page.evaluate(() => {
    const told: string[] = []
    Object.assign(window, { told })
    new MutationObserver(changes => {
      for (const { target, addedNodes } of changes) {
        const place = (target as Element).closest?.('[role=status], [aria-live=polite]')
        for (const { textContent } of place ? addedNodes : [])
          if (textContent) told.push(textContent)
      }
    }).observe(document.querySelector('segue-widget')!.shadowRoot!, {
      childList: true,
      subtree: true
    })
  })
const toldOn = (page: Page) => page.evaluate(() => (window as never as { told: string[] }).told)

const readUpTo = () => pages.relay().frames.findLast(({ type }) => type === 'read')

describe('the line above what is unread', () => {
  it('is there when the panel is opened, stays while more comes in, and is gone the next time', async () => {
    const page = await openWaiting(2)
    await launcherOf(page).click()
    await expect.poll(() => line(page).textContent()).toBe('2 new messages')
    const below = line(page).locator('xpath=following-sibling::*[1]')
    expect(await below.textContent()).toContain('Answer 0')

    await expect.poll(readUpTo).toMatchObject({ upTo: 3 })
    pages.relay().append(said('agent', 'And this'))
    await page.getByRole('log').getByText('And this').waitFor()
    expect(await line(page).textContent()).toBe('2 new messages')

    await close(page)
    await launcherOf(page).click()
    await page.getByRole('log').getByText('And this').waitFor()
    expect(await line(page).count()).toBe(0)
  })

  it('is told once, however often it is drawn', async () => {
    const page = await openWaiting(70)
    await listen(page)
    await launcherOf(page).click()
    await expect.poll(() => toldOn(page)).toEqual(['70 new messages'])
    // At the end fewer rows are drawn, and further up the line is drawn anew.
    await page.getByRole('button', { name: '70 new messages' }).click()
    await line(page).waitFor({ state: 'detached' })
    await page.getByRole('log').evaluate(log => log.scrollTo(0, 0))
    await line(page).waitFor()
    expect(await toldOn(page)).toEqual(['70 new messages'])
  })

  it('is where reading begins when there is more than fits, and the rest waits to be read', async () => {
    const page = await openWaiting(45)
    const before = readUpTo()
    await launcherOf(page).click()
    const log = page.getByRole('log')
    await expect
      .poll(async () => (await line(page).boundingBox())!.y - (await log.boundingBox())!.y)
      .toBeLessThan(60)
    expect(await log.getByText('Hello').isVisible()).toBe(true)
    expect(readUpTo()).toEqual(before)
    await page.getByRole('button', { name: '45 new messages' }).click()
    await expect.poll(readUpTo).toMatchObject({ upTo: 46 })
  })

  it('is not drawn for what comes in while the panel is open', async () => {
    const page = await pages.open()
    const held = Promise.withResolvers<void>()
    await page.route(/widget\/timeline-/, async route => {
      await held.promise
      await route.continue()
    })
    await openChat(page, pages.relay())
    // Not even where what draws messages comes after the first of them.
    pages.relay().append(said('agent', 'Hi'))
    await page.locator('[aria-live=polite]', { hasText: 'Hi' }).waitFor({ state: 'attached' })
    held.resolve()
    await page.getByRole('log').getByText('Hi').waitFor()
    expect(await line(page).count()).toBe(0)
  })
})

describe('what waits in another conversation', () => {
  const talks = (page: Page) => panelOf(page).getByRole('button', { name: /^Your conversations/ })

  it('counts on the launcher, in the title and at the way to the list, until it has been seen', async () => {
    const page = await pages.open()
    await openChat(page, pages.relay())
    await say(page, 'Hello')
    pages.relay().publish({ type: 'elsewhere', unread: 2 })
    await panelOf(page).getByRole('button', { name: 'Your conversations, 2 new' }).waitFor()
    expect(await talks(page).textContent()).toBe('2')

    await close(page)
    pages.relay().append(said('agent', 'And here'))
    await page.getByRole('button', { name: 'Open chat, 3 new messages' }).waitFor()
    expect(await page.locator('segue-widget .launcher .badge').textContent()).toBe('3')
    // As a browser does for a tab in the background.
    await page.evaluate(() => {
      Object.defineProperty(document, 'hidden', { value: true, configurable: true })
      document.dispatchEvent(new Event('visibilitychange'))
    })
    await expect.poll(() => page.title()).toBe('(3) Shop')

    pages.relay().publish({ type: 'elsewhere', unread: 0 })
    await page.getByRole('button', { name: 'Open chat, 1 new message' }).waitFor()
    await expect.poll(() => page.title()).toBe('(1) Shop')
    await launcherOf(page).click()
    await talks(page).waitFor()
    expect(await talks(page).textContent()).toBe('')
    expect(page.complaints).toEqual([])
  })
})
