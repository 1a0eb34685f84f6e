import type { BrowserContext, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { useWidgetPages } from '../../doubles/use-widget-pages.ts'
import { fieldOf, launcherOf, openChat, say } from '../../doubles/widget-pages.ts'

const pages = useWidgetPages()

/** The relay cannot be reached any more from this browser; pages and scripts still load. Returns the undo. */
async function loseRelay(context: BrowserContext): Promise<() => Promise<void>> {
  const isWire = /\/v1\//
  let isLost = true
  await context.route(isWire, route => (isLost ? route.abort() : route.fallback()))
  await context.routeWebSocket(isWire, socket => {
    if (isLost) socket.close({ code: 1011 })
    else socket.connectToServer()
  })
  for (const socket of pages.relay().sockets) socket.terminate()
  return async () => {
    isLost = false
    // As a browser says it when the network is back.
    for (const page of context.pages())
      await page.evaluate(() => dispatchEvent(new Event('online')))
  }
}

async function write(page: Page, text: string): Promise<void> {
  await fieldOf(page).fill(text)
  await fieldOf(page).press('Enter')
}

/** The visitor's own messages as a tab shows them, in order. */
const ownIn = async (page: Page): Promise<string[]> => {
  const bubbles = await page.locator('.own .bubble').allTextContents()
  // Who says it is for screen readers.
  return bubbles.map(text => text.replace(/^.*?: /, ''))
}

const keptAtRelay = () =>
  pages.relay().log.entries.flatMap(entry => (entry.type === 'message' ? entry.text : []))

const saysSo = (page: Page) => page.getByText('What you write is kept and sent.').waitFor()

describe('what is written without a network', { timeout: 60_000 }, () => {
  it('is shown in all tabs, outlives a reload and a closed tab, and goes out in order, once', async () => {
    const first = await pages.open()
    const context = first.context()
    await openChat(first, pages.relay())
    await say(first, 'Before')
    const second = await context.newPage()
    await second.goto(first.url())
    await launcherOf(second).click()
    await second.getByRole('log').getByText('Before').waitFor()

    const findRelay = await loseRelay(context)
    for (const [page, text] of [
      [first, 'One'],
      [second, 'Two'],
      [first, 'Three']
    ] as const) {
      await saysSo(page)
      await write(page, text)
      for (const tab of [first, second]) await tab.locator('.own').getByText(text).waitFor()
    }
    expect(await first.locator('.own .state.sending').count()).toBeGreaterThan(0)

    await second.close()
    await first.reload()
    // Whoever has something to send goes on by themselves.
    await launcherOf(first).click()
    await saysSo(first)
    const waiting = ['One', 'Two', 'Three']
    await expect.poll(() => ownIn(first)).toEqual(waiting)
    expect(keptAtRelay()).toEqual(['Before'])

    await findRelay()
    const all = ['Before', ...waiting]
    await expect.poll(() => ownIn(first)).toEqual(all)
    await first.locator('.own .state.sent').last().waitFor()
    expect(keptAtRelay()).toEqual(all)
    expect(await first.getByText('What you write is kept and sent.').count()).toBe(0)
  })

  it('goes out from the next page, even if it was the first thing ever written and nobody opens the chat', async () => {
    const first = await pages.open()
    const context = first.context()
    const findRelay = await loseRelay(context)
    await launcherOf(first).click()
    await write(first, 'First words')
    await saysSo(first)
    await first.locator('.own').getByText('First words').waitFor()
    const url = first.url()
    await first.close()
    await findRelay()
    const next = await context.newPage()
    await next.goto(url)
    await expect.poll(keptAtRelay).toEqual(['First words'])
  })
})
