import type { Browser, BrowserContext, Page } from 'playwright-core'
import { openChromium } from './chromium.ts'
import { startEventRecorder } from './event-recorder.ts'
import type { ExitPage } from './exit-pages/client.ts'
import type { ExitClient, openExitSite } from './exit-site.ts'
import { putFarAway } from './far-away.ts'

/** Far enough that whatever is not meant to outlive its page does not. */
const ROUND_TRIP_MS = 300

/** Where a scenario is played: a browser of one's own, and a relay far away that counts. */
export interface Stage {
  context: BrowserContext
  client: ExitClient
  recorder: Awaited<ReturnType<typeof startEventRecorder>>
  /** Opens a page of the site, in a new tab or in this one, and waits until its client can be called. */
  open(page?: Page): Promise<Page>
  /** Cuts the way to the relay for whoever asks, or mends it. */
  cut(isCut: boolean): void
  close(): Promise<void>
}

export async function openStage(
  browser: Browser,
  site: Awaited<ReturnType<typeof openExitSite>>,
  client: ExitClient
): Promise<Stage> {
  const recorder = await startEventRecorder()
  const far = await putFarAway(recorder.port, ROUND_TRIP_MS)
  const context = await browser.newContext()

  return {
    ...{ context, client, recorder },
    async open(page) {
      const shown = page ?? (await context.newPage())
      await shown.goto(`${site.url}/${client}?api=${far.url}`)
      await ready(shown)
      return shown
    },
    cut(isCut) {
      far.isCut = isCut
    },
    async close() {
      await context.close()
      await far.close()
      await recorder.close()
    }
  }
}

export const ready = (page: Page): Promise<unknown> => page.waitForFunction(() => 'send' in window)

export const send = (page: Page, count: number, bytes: number): Promise<void> =>
  page.evaluate(
    ([count, bytes]) => (window as unknown as ExitPage).send(count!, bytes!),
    [count, bytes]
  )

/** Sends, and goes to the next page of the site in the same task. */
export async function sendAndGo(page: Page, count: number, bytes: number): Promise<void> {
  const next = page.waitForURL('**/*next')
  await page.evaluate(
    ([count, bytes]) => {
      ;(window as unknown as ExitPage).send(count!, bytes!)
      location.href = `${location.href}&next`
    },
    [count, bytes]
  )
  await next
  await ready(page)
}

/**
 * The tab is put behind another one, or comes forward again. Told by hand: to a headless browser every tab is visible.
 */
export const setVisible = (page: Page, visible: boolean): Promise<void> =>
  page.evaluate(
    state => {
      Object.defineProperty(document, 'visibilityState', { value: state, configurable: true })
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
    },
    visible ? 'visible' : 'hidden'
  )

/** Kills the page's process, as the system does when memory is short. */
export async function kill(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const crashed = page.waitForEvent('crash')
  // It never answers.
  void session.send('Page.crash').catch(() => undefined)
  await crashed
}

/** Keeps pages for the back button, as browsers of people do. The driver switches that off. */
export const openExitBrowser = (): Promise<Browser> =>
  openChromium([], ['--disable-back-forward-cache'])

/**
 * To another page and back by the back button. Resolves when the page is shown again, and says whether it is the very
 * same one: a browser keeps pages for that as it likes.
 */
export async function goAndComeBack(page: Page, elsewhere: string): Promise<boolean> {
  const start = page.url()
  await page.evaluate(() => {
    Object.assign(window, { isSame: true })
  })
  await page.goto(elsewhere)
  // No event of a page that is shown again reaches the driver.
  await page.evaluate(() => history.back()).catch(() => undefined)
  await page.waitForFunction(
    url => location.href === url && document.readyState === 'complete',
    start
  )
  return page.evaluate(() => 'isSame' in window)
}
