import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Entry } from '@segue/sdk/protocol'
import type { Browser, Page } from 'playwright-core'
import { launcherOf } from '../doubles/widget-pages.ts'
import { startServer } from './child.ts'
import { type Moment, medianOf } from './median-of.ts'
import { SITE } from './site.ts'
import { startTalk, type Talker } from './talk.ts'
import { waitUntil } from './wait-until.ts'
import { type Visit, visit } from './widget-visit.ts'

const MESSAGES = 500
const MANY = 10_000

/** Measures a page by itself, and with the widget closed, open, and open with long conversations. */
export async function measureWidget(browser: Browser): Promise<Moment[]> {
  const site = createServer()
  site.listen(0, '127.0.0.1')
  await once(site, 'listening')
  const origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`
  const relay = await startServer('durable', origin)
  site.on('request', ({ url = '' }, res) => {
    const tag = TAGS[url] ?? `src="${relay.url}/widget.js" data-site="${SITE}" async>`
    res.setHeader('content-type', 'text/html').end(PAGE + (tag && `<script ${tag}</script>`))
  })
  const at = (name: string, act: Visit['act'], more: Omit<Visit, 'act'> & { path?: string } = {}) =>
    medianOf(name, () => visit(browser, origin + (more.path ?? ''), { act, ...more }))
  try {
    const talker = await talkTo(relay.url, origin, MESSAGES)
    const stored = storedOf(talker)
    return [
      await at('no widget', seeHeading, { path: '/bare' }),
      await at('no widget, a script’s one button', seeButton, { path: '/button' }),
      await at('closed', see('.launcher')),
      await at('open', openNew),
      await at(`open, ${MESSAGES} messages`, openLong, { stored }),
      await at(`back to the first of ${MESSAGES}`, openToFirst, { stored }),
      await measureOneMore(browser, origin, await talkTo(relay.url, origin, MANY))
    ]
  } finally {
    site.close()
    relay.stop()
  }
}

const PAGE = '<!doctype html><html lang="en"><title>Bench</title><h1>A page</h1>'

/** What else a page may have. The least a launcher can cost is a button. */
const TAGS: Record<string, string> = {
  '/bare': '',
  '/button': `async src="data:text/javascript,
    const host = document.createElement('div'), button = document.createElement('button')
    button.textContent = 'Chat'
    host.attachShadow({ mode: 'open' }).append(button)
    document.documentElement.append(host)">`
}

async function talkTo(url: string, origin: string, messages: number): Promise<Talker> {
  const talker = await startTalk(url, origin)
  await talker.say(messages)
  return talker
}

const storedOf = ({ identity }: Talker) => ({ [`segue:${SITE}`]: { ...identity, liveUntil: 0 } })

/** One message into a conversation that the page holds all of: the relay's pages come as one. */
async function measureOneMore(browser: Browser, origin: string, talker: Talker): Promise<Moment> {
  let said = MANY
  const thread = await talker.thread()
  const prepare = async (page: Page) => {
    await serveAll(page, thread)
    await open(page)
    await waitUntil(page, isSaid, `message ${said}`)
  }
  const act = async (page: Page) => {
    await talker.say(1)
    await waitUntil(page, isSaid, `message ${++said}`)
    thread.push(...(await talker.thread()).slice(thread.length))
  }
  const run = () => visit(browser, origin, { act, prepare, stored: storedOf(talker) })
  return medianOf(`one message into ${MANY}`, run)
}

const serveAll = (page: Page, entries: readonly Entry[]) =>
  page.route('**/v1/thread?*', async route => {
    const response = await route.fetch()
    await route.fulfill({ response, json: { ...(await response.json()), entries } })
  })

/** What looking at a page costs by itself: the tool that drives the browser puts scripts of its own into it. */
const seeHeading = (page: Page) => waitUntil(page, () => !!document.querySelector('h1'))

const seeButton = (page: Page) =>
  waitUntil(page, () => !!document.documentElement.lastElementChild?.shadowRoot)

const isThere = (selector: string) =>
  document.querySelector('segue-widget')?.shadowRoot?.querySelector(selector) != null

const isSaid = (text: string) =>
  [...document.querySelector('segue-widget')!.shadowRoot!.querySelectorAll('.bubble p')].some(
    said => said.textContent === text
  )

const see = (selector: string) => (page: Page) => waitUntil(page, isThere, selector)

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
  await waitUntil(page, isSaid, `message ${MESSAGES}`)
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
