import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { said } from '../../doubles/entries.ts'
import { useWidgetPages } from '../../doubles/use-widget-pages.ts'
import { launcherOf, openChat, panelOf, say } from '../../doubles/widget-pages.ts'

const pages = useWidgetPages()

/** Counts the sounds of a page, which stays silent. */
const listen = (page: Page) =>
  page.evaluate(() => {
    const rung = { count: 0 }
    Object.assign(window, { rung })
    const ring = AudioContext.prototype.createGain
    AudioContext.prototype.createGain = function () {
      rung.count++
      return ring.call(this)
    }
  })
const rungOn = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as { rung: { count: number } }).rung.count)

const look = (page: Page, away: boolean) =>
  page.evaluate(hidden => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden })
    document.dispatchEvent(new Event('visibilitychange'))
  }, away)

/** A page with a conversation on it, and the chat closed. */
async function openAndLeave(tag = ''): Promise<Page> {
  const page = await pages.open({ tag })
  await listen(page)
  await openChat(page, pages.relay())
  await say(page, 'Hello')
  await page.getByRole('button', { name: 'Close chat' }).first().click()
  await panelOf(page).waitFor({ state: 'hidden' })
  return page
}

/** One more tab of the same visitor, with the chat open. */
async function openBeside(page: Page): Promise<Page> {
  const other = await page.context().newPage()
  await other.goto(page.url())
  await listen(other)
  await launcherOf(other).click()
  await other.getByText('Hello').waitFor()
  return other
}

const rungOnBoth = async (one: Page, other: Page) => (await rungOn(one)) + (await rungOn(other))

describe('an answer that comes while nobody looks', () => {
  it('is counted before the title of a tab in the background, which gets its own back', async () => {
    const page = await openAndLeave()
    await look(page, true)
    pages.relay().append(said('agent', 'Hi'))
    await expect.poll(() => page.title()).toBe('(1) Shop')
    await page.evaluate(() => {
      document.title = 'Cart'
    })
    pages.relay().append(said('agent', 'Still there?'))
    await expect.poll(() => page.title()).toBe('(2) Cart')
    await look(page, false)
    expect(await page.title()).toBe('Cart')
  })

  it('rings once, and never again after the visitor has said so', async () => {
    const page = await openAndLeave()
    pages.relay().append(said('agent', 'Hi'))
    await expect.poll(() => rungOn(page)).toBe(1)

    await launcherOf(page).click()
    await page.getByRole('button', { name: 'Sound for new messages', pressed: true }).click()
    await page.getByRole('button', { name: 'Close chat' }).first().click()
    pages.relay().append(said('agent', 'Quiet now'))
    await page.getByRole('button', { name: /1 new message/ }).waitFor()
    expect(await rungOn(page)).toBe(1)

    const other = await page.context().newPage()
    await other.goto(page.url())
    await launcherOf(other).click()
    await other.getByRole('button', { name: 'Sound for new messages', pressed: false }).click()
    await page.reload()
    await launcherOf(page).click()
    await page.getByRole('button', { name: 'Sound for new messages', pressed: true }).waitFor()
    await other.getByRole('button', { name: 'Sound for new messages', pressed: true }).click()
    await page.getByRole('button', { name: 'Sound for new messages', pressed: false }).waitFor()
  })

  it('rings in one tab of several', async () => {
    const page = await openAndLeave()
    const other = await openBeside(page)
    await other.getByRole('button', { name: 'Close chat' }).first().click()
    pages.relay().append(said('agent', 'Hi'))
    for (const tab of [page, other]) await tab.getByRole('button', { name: /1 new/ }).waitFor()
    await expect.poll(() => rungOnBoth(page, other)).toBe(1)
  })

  it('rings in no tab while one shows it to the visitor', async () => {
    const page = await openAndLeave()
    const other = await openBeside(page)
    await look(page, true)
    pages.relay().append(said('agent', 'Read at once'))
    await other.getByRole('log').getByText('Read at once').waitFor()
    await page.getByRole('button', { name: /1 new/ }).waitFor()

    await look(other, true)
    pages.relay().append(said('agent', 'Nobody looks'))
    await expect.poll(() => rungOnBoth(page, other)).toBe(1)
  })

  it('does not ring for who reads along', async () => {
    const page = await openAndLeave()
    await launcherOf(page).click()
    pages.relay().append(said('agent', 'Hi'))
    await page.getByRole('log').getByText('Hi').waitFor()
    await look(page, true)
    pages.relay().append(said('agent', 'You left'))
    await expect.poll(() => rungOn(page)).toBe(1)
  })

  it('puts a dot on the page’s icon where the site wants one, and takes it off again', async () => {
    const page = await openAndLeave('data-favicon="badge"')
    await page.evaluate(() => {
      const icon = document.createElement('link')
      icon.rel = 'icon'
      const canvas = document.createElement('canvas')
      icon.href = canvas.toDataURL()
      document.head.append(icon)
    })
    const icons = () => page.locator('link[rel="icon"]').count()
    await look(page, true)
    pages.relay().append(said('agent', 'Hi'))
    await expect.poll(icons).toBe(2)
    await look(page, false)
    expect(await icons()).toBe(1)
  })
})
