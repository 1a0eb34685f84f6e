import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { openChromium } from '../doubles/chromium.ts'
import { fieldOf, launcherOf } from '../doubles/widget-pages.ts'
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
      await at('closed', page => launcherOf(page).waitFor()),
      await at('open', open),
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
const seeHeading = (page: Page) => page.getByRole('heading').waitFor()

const pageOf = (relay: string): string =>
  `${PAGE}<script src="${relay}/widget.js" data-site="${SITE}" async></script>`

async function open(page: Page): Promise<void> {
  await launcherOf(page).click()
  await fieldOf(page).waitFor()
}

const said = (page: Page, n: number) => page.getByText(`message ${n}`, { exact: true })

/** The newest of them, which is what the widget loads and draws by itself. */
async function openLong(page: Page): Promise<void> {
  await open(page)
  await said(page, MESSAGES).waitFor()
}

/** All of them, as somebody does who reads on to the top. */
async function openToFirst(page: Page): Promise<void> {
  await openLong(page)
  const log = page.getByRole('log')
  while ((await said(page, 1).count()) === 0) {
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
    longestTask: middle('longestTask'),
    layoutShift: middle('layoutShift')
  }
}
