import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import type { Entry } from '@segue/sdk/protocol'
import type { Browser, Page } from 'playwright-core'
import { startServer } from './child.ts'
import { type Moment, medianOf } from './median-of.ts'
import { hasClass, isTag, isText, middleOf, type Sought, seek } from './page-tree.ts'
import { SITE } from './site.ts'
import { startTalk, type Talker } from './talk.ts'
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
      await at('no widget', see(isTag('h1')), { path: '/bare' }),
      await at('no widget, a script’s one button', see(isTag('button')), { path: '/button' }),
      await at('closed', see(hasClass('launcher'))),
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
    await seek(page, isText(`message ${said}`))
  }
  const act = async (page: Page) => {
    await talker.say(1)
    await seek(page, isText(`message ${++said}`))
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

const see = (isIt: Sought) => async (page: Page) => {
  await seek(page, isIt)
}

async function open(page: Page): Promise<void> {
  await page.mouse.click(...(await middleOf(page, hasClass('launcher'))))
  await seek(page, isTag('textarea'))
}

/** A new visitor, whom the site has greeted. */
async function openNew(page: Page): Promise<void> {
  await open(page)
  await seek(page, hasClass('greeting'))
}

/** The newest of them, which is what the widget loads and draws by itself. */
async function openLong(page: Page): Promise<void> {
  await open(page)
  await seek(page, isText(`message ${MESSAGES}`))
}

/** All of them, as somebody does who reads on to the top. */
async function openToFirst(page: Page): Promise<void> {
  await openLong(page)
  await page.mouse.click(...(await middleOf(page, hasClass('log'))))
  const first = seek(page, isText('message 1'))
  do await page.keyboard.press('Home')
  while (!(await Promise.race([first, setTimeout(50)])))
}
