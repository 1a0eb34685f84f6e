import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { buildScript } from '../../widget/build-script.ts'
import { borrowChromium } from './borrow-chromium.ts'
import { type ScriptedRelay, startScriptedRelay } from './scripted-relay.ts'

const NONCE = 'abc123'

/** Everything forbidden but what the widget's documentation asks for, and Trusted Types with no policy at all. */
export const strictPolicy = (relay: string): string =>
  [
    "default-src 'none'",
    `script-src 'nonce-${NONCE}' 'strict-dynamic'`,
    `style-src 'nonce-${NONCE}'`,
    `connect-src ${relay} ${relay.replace('http', 'ws')}`,
    `img-src ${relay}`,
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'"
  ].join('; ')

interface PageOptions extends BrowserContextOptions {
  /** Into the page's style sheet. */
  css?: string
  /** Attributes of the `html` element. */
  html?: string
  /** Attributes of the script tag, beside its site. */
  tag?: string
  /** The script's address names the site, and not the tag. */
  named?: boolean
  /** A Content-Security-Policy. */
  policy?: string
  hash?: string
  /** Done to the page before there is anything on it. */
  before?(page: Page): Promise<unknown>
}

const pageOf = (
  relay: string,
  { css = '', html = 'lang="en"', tag = '', named = false }: PageOptions
): string =>
  `<!doctype html><html ${html}><head><meta charset="utf-8"><title>Shop</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style nonce="${NONCE}">body{margin:40px;font:18px Georgia,serif;min-height:3000px}a{color:inherit}${css}</style></head>
<body><main><h1>Norrsken</h1><p>Mugs and bowls.</p><a href="#about">About us</a></main>
<script nonce="${NONCE}" src="${relay}/widget.js${named ? '?site=shop"' : '" data-site="shop"'} ${tag} async></script></body></html>`

/** What went wrong on a page, for a test to find nothing in. */
export interface Watched extends Page {
  complaints: string[]
}

/** Pages of a site with the widget on them, in a real Chromium, before a relay that follows a script. */
export async function openWidgetPages(without: string[] = []) {
  const files = await buildScript()
  const browser: Browser = await borrowChromium(without)
  let relay: ScriptedRelay = await startScriptedRelay(files)
  let options: PageOptions = {}
  const site = createServer(({ url }, response) => {
    if (url === '/segue-push.js') {
      response.writeHead(200, { 'content-type': 'text/javascript' })
      return response.end(`importScripts('${relay.url}/widget/push.js')`)
    }
    const policy = options.policy && { 'content-security-policy': options.policy }
    response.writeHead(200, { 'content-type': 'text/html', ...policy })
    response.end(pageOf(relay.url, options))
  })
  await new Promise<void>(resolve => site.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`

  const endPages = async () => {
    await Promise.all(browser.contexts().map(context => context.close()))
    await relay.close()
  }

  return {
    relay: () => relay,
    /** Closes all pages, and begins with a relay that has heard of nobody. */
    async begin() {
      await endPages()
      relay = await startScriptedRelay(files)
    },
    /** A page of the site, with the launcher on it. */
    async open(asked: PageOptions = {}): Promise<Watched> {
      options = asked
      const { css: _, html: __, tag: ___, policy: ____, named: _____, ...rest } = asked
      const { hash = '', before, ...context } = rest
      const page = await (await browser.newContext({ locale: 'en-GB', ...context })).newPage()
      page.setDefaultTimeout(20_000)
      const complaints: string[] = []
      page.on('pageerror', error => complaints.push(error.message))
      page.on('console', message => {
        if (/error|warning/.test(message.type())) complaints.push(message.text())
      })
      await before?.(page)
      await page.goto(`${origin}/${hash}`)
      if (!/launcher|mode/.test(asked.tag ?? '')) await launcherOf(page).waitFor()
      return Object.assign(page, { complaints })
    },
    async close() {
      await endPages()
      await browser.close()
      await new Promise(resolve => site.close(resolve))
    }
  }
}

export type WidgetPages = Awaited<ReturnType<typeof openWidgetPages>>

export const launcherOf = (page: Page) => page.locator('segue-widget .launcher')
export const panelOf = (page: Page) => page.getByRole('dialog')
export const fieldOf = (page: Page) => page.getByRole('textbox', { name: 'Write a message' })

/** Opens the chat and waits until it is live. */
export async function openChat(page: Page, relay: ScriptedRelay): Promise<void> {
  await launcherOf(page).click()
  await fieldOf(page).waitFor()
  while (!relay.sockets.size) await page.evaluate(() => new Promise(requestAnimationFrame))
}

/** Says something as the visitor, and waits until it is in the thread. */
export async function say(page: Page, text: string): Promise<void> {
  await fieldOf(page).fill(text)
  await fieldOf(page).press('Enter')
  await page.locator('.own .state.sent').last().waitFor()
}

/** Goes on to the code of the way with this name. */
export async function goToCode(page: Page, way: RegExp = /WhatsApp/): Promise<void> {
  await page.getByRole('button', { name: 'Continue on your phone' }).click()
  await page.locator('.choices').getByRole('button', { name: way }).click()
  await page.locator('.copyable').first().waitFor()
}
