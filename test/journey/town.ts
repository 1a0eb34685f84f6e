import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import express from 'express'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { demoRoutes } from '../../demo/compose.ts'
import { DEMO, demoConfig, webhooksOf } from '../../demo/demo-config.ts'
import { startMailbox } from '../../demo/networks/mail/mailbox.ts'
import { startNetworks } from '../../demo/networks/networks.ts'
import type { App, Bubble } from '../../demo/networks/screen.ts'
import { borrowChromium } from '../doubles/borrow-chromium.ts'
import { freePort, relayProcess } from '../doubles/relay-process.ts'

export const MAJA = '+46700000001'

/**
 * A whole town: the shop and the phones on one server, the networks behind them, and the relay as a process of its own
 * that can be killed. Pages are real Chromium.
 */
export async function openTown() {
  const dir = await mkdtemp(join(tmpdir(), 'segue-journey-'))
  const [relayPort, shopPort] = [await freePort(), await freePort()]
  const publicUrl = `http://127.0.0.1:${relayPort}`
  const shopOrigin = `http://127.0.0.1:${shopPort}`
  const webhooks = webhooksOf(publicUrl)
  const networks = await startNetworks({
    whatsapp: { ...DEMO.whatsapp, webhook: webhooks.whatsapp },
    twilio: { ...DEMO.twilio, webhook: webhooks.twilio }
  })
  const mailbox = await startMailbox()
  const config = demoConfig({
    ...{ publicUrl, shopOrigin },
    ...{ apiUrl: networks.url, smtpUrl: mailbox.url }
  })
  const relay = await relayProcess(dir, config, { port: relayPort })
  await relay.start()
  const app = express().use(demoRoutes({ networks, relayUrl: relay.url, siteKey: DEMO.siteKey }))
  const shop = createServer(app).listen(shopPort, '127.0.0.1')
  await once(shop, 'listening')
  const browser = await borrowChromium()

  return {
    relay,
    networks,
    mailbox,
    browser,
    shopOrigin,
    /** What a phone shows in one app, oldest first. */
    onPhone: (app: App, number = MAJA): Bubble[] =>
      networks.phone.screen(number).chats.find(chat => chat.app === app)?.bubbles ?? [],
    /** The inbox, signed in. */
    openInbox: (options?: BrowserContextOptions) =>
      openPage(browser, `${relay.url}/inbox/#token=${DEMO.agentToken}`, options),
    /** A page of the shop. */
    openShop: (path = 'mug.html', options?: BrowserContextOptions) =>
      openPage(browser, `${shopOrigin}/shop/${path}`, options),
    async closePages() {
      await Promise.all(browser.contexts().map(context => context.close()))
    },
    async close() {
      await browser.close()
      await relay.kill()
      shop.close()
      shop.closeAllConnections()
      await networks.close()
      await mailbox.close()
      await rm(dir, { recursive: true, force: true })
    }
  }
}

export type Town = Awaited<ReturnType<typeof openTown>>

/** A phone in the hand, as Chromium plays it. */
export const PHONE_SIZE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  isMobile: true,
  hasTouch: true
}

/** A page at this address, in a browser of its own. */
export async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {}
): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-GB', ...options })
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  await page.goto(url)
  return page
}

/** Opens the chat on a page of the shop. */
export async function openChat(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open chat' }).click()
  await page.getByRole('textbox', { name: 'Write a message' }).waitFor()
}

/** Writes in the chat. */
export async function say(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Write a message' }).fill(text)
  await page.keyboard.press('Enter')
}

/** Waits until the relay has what was said. It may have gone on from there: an inbox that is open says that it is delivered. */
export const waitUntilSent = (page: Page, text: string): Promise<void> =>
  page
    .locator('.own', { hasText: text })
    .locator('.state:is(.sent, .delivered, .read)')
    .last()
    .waitFor()

/** Opens the conversation in the inbox that begins with these words. */
export async function openConversation(inbox: Page, words: string): Promise<void> {
  await inbox.getByRole('navigation').getByText(words).first().click()
  await inbox.getByRole('log').waitFor()
}

/** Answers in the inbox. */
export async function answer(inbox: Page, text: string): Promise<void> {
  await inbox.locator('form textarea').fill(text)
  await inbox.keyboard.press('Enter')
}

/** Every bubble in a log, in order: what was said, once each. */
export const saidIn = (page: Page, texts: string[]): Promise<string[]> =>
  page.getByRole('log').evaluate((log, wanted) => {
    const all = log.textContent ?? ''
    return wanted
      .flatMap(text => {
        const places: [number, string][] = []
        for (let at = all.indexOf(text); at >= 0; at = all.indexOf(text, at + 1)) {
          places.push([at, text])
        }
        return places
      })
      .sort(([a], [b]) => a - b)
      .map(([, text]) => text)
  }, texts)
