import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { openChromium } from '../doubles/chromium.ts'
import { launcherOf } from '../doubles/widget-pages.ts'
import { startServer } from './child.ts'
import { SITE } from './site.ts'
import { talk } from './talk.ts'
import { type Cost, type Visit, visit } from './widget-visit.ts'

const RUNS = 5
const MESSAGES = 500

/** What one page cost up to one moment. */
export interface Moment extends Cost {
  name: string
}

/** Measures the widget closed, open, and open with a long conversation: the median of five pages each. */
export async function measureWidget(): Promise<Moment[]> {
  const site = createServer()
  site.listen(0, '127.0.0.1')
  await once(site, 'listening')
  const origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`
  const relay = await startServer('durable', origin)
  const browser = await openChromium()
  site.on('request', ({ url }, res) =>
    res.setHeader('content-type', 'text/html').end(url === BARE ? PAGE : pageOf(relay.url))
  )
  try {
    const talker = await talk(relay.url, origin, MESSAGES)
    const stored = { [`segue:${SITE}`]: { ...talker, liveUntil: 0 } }
    const at = (name: string, act: Visit['act'], more: Pick<Visit, 'stored'> = {}) =>
      medianOf(name, () => visit(browser, origin, { act, ...more }))
    return [
      await medianOf('no widget', () => visit(browser, origin + BARE, { act: seeHeading })),
      await at('closed', see('.launcher')),
      await at('open', openNew),
      await at(`open, ${MESSAGES} messages`, openLong, { stored }),
      await at(`back to the first of ${MESSAGES}`, openToFirst, { stored })
    ]
  } finally {
    await browser.close()
    site.close()
    relay.stop()
  }
}

const BARE = '/bare'
const PAGE = '<!doctype html><html lang="en"><title>Bench</title><h1>A page</h1>'

/** What looking at a page costs by itself: the tool that drives the browser puts scripts of its own into it. */
const seeHeading = (page: Page) => until(page, () => !!document.querySelector('h1'))

const pageOf = (relay: string): string =>
  `${PAGE}<script src="${relay}/widget.js" data-site="${SITE}" async></script>`

/** Waits without a script of the tool's in the page: those that wait for a frame, or watch a click, would be counted. */
async function until(page: Page, isSo: (text: string) => boolean, text = ''): Promise<void> {
  const late = Date.now() + 30_000
  while (!(await page.evaluate(isSo, text))) {
    if (Date.now() > late) throw new Error(`The widget never got to: ${isSo.name} ${text}`)
    await setTimeout(30)
  }
}

const isThere = (selector: string) =>
  document.querySelector('segue-widget')?.shadowRoot?.querySelector(selector) != null

const isSaid = (text: string) =>
  [...document.querySelector('segue-widget')!.shadowRoot!.querySelectorAll('.bubble p')].some(
    said => said.textContent === text
  )

const see = (selector: string) => (page: Page) => until(page, isThere, selector)

async function open(page: Page): Promise<void> {
  const { x, y } = (await launcherOf(page).boundingBox())!
  await page.mouse.click(x + 28, y + 28)
  await see('textarea')(page)
}

/** A new visitor, whom the site has greeted. */
async function openNew(page: Page): Promise<void> {
  await open(page)
  await see('.greeting')(page)
}

/** The newest of them, which is what the widget loads and draws by itself. */
async function openLong(page: Page): Promise<void> {
  await open(page)
  await until(page, isSaid, `message ${MESSAGES}`)
}

/** All of them, as somebody does who reads on to the top. */
async function openToFirst(page: Page): Promise<void> {
  await openLong(page)
  const log = page.getByRole('log')
  while (!(await page.evaluate(isSaid, 'message 1'))) {
    await log.evaluate(box => box.scrollTo(0, 0))
    await page.evaluate(() => new Promise(requestAnimationFrame))
  }
}

async function medianOf(name: string, run: () => Promise<Cost>): Promise<Moment> {
  const runs: Cost[] = []
  while (runs.length < RUNS) runs.push(await run())
  const middle = (key: keyof Cost) =>
    runs.map(cost => cost[key]).toSorted((a, b) => a - b)[RUNS >> 1]!
  return {
    name,
    requests: middle('requests'),
    bytes: middle('bytes'),
    script: middle('script'),
    idle: middle('idle'),
    longestTask: middle('longestTask'),
    layoutShift: middle('layoutShift'),
    heap: middle('heap')
  }
}
