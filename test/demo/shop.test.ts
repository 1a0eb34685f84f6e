import type { AddressInfo } from 'node:net'
import express from 'express'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { demoRoutes } from '../../demo/compose.ts'
import { demoConfig } from '../../demo/demo-config.ts'
import { readConfig } from '../../relay/src/config.ts'
import { makeVapidKeys } from '../../relay/src/push/index.ts'
import type { Stub } from '../../widget/src/loader/global.ts'
import { findBarriers } from '../doubles/axe.ts'
import { borrowChromium } from '../doubles/borrow-chromium.ts'
import { MAJA, WHATSAPP } from '../doubles/company.ts'
import { type DemoPages, openDemoPages } from '../doubles/demo-pages.ts'

let demo: DemoPages
let browser: Browser
const problems: string[] = []

beforeAll(async () => {
  demo = await openDemoPages()
  browser = await borrowChromium()
})
afterAll(async () => {
  await browser?.close()
  await demo?.close()
})
afterEach(async () => {
  for (const context of browser.contexts()) await context.close()
  expect(problems.splice(0)).toEqual([])
})

const DESKTOP = { width: 1280, height: 800 }
const PHONE = { width: 390, height: 844 }

async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: DESKTOP, ...options })
  const page = await context.newPage()
  page.on('pageerror', error => problems.push(String(error)))
  page.on('console', message => message.type() === 'error' && problems.push(message.text()))
  await page.goto(demo.url + path)
  return page
}

/** Light and dark, on a desk and in a hand. */
async function everyLook(page: Page, look: (size: { width: number }) => Promise<void>) {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    for (const size of [DESKTOP, PHONE]) {
      await page.setViewportSize(size)
      await look(size)
    }
  }
}

interface Told {
  name: string
  event: string
  properties: { products: { name: string; quantity: number }[]; total?: number }
}

/** What the page has told the chat, which here never comes: its stub keeps the calls. */
const told = (page: Page): Promise<Told[]> =>
  page.evaluate(() => {
    const { q } = window.segue as Stub
    return q.map(({ name, args }) => ({ name, event: args[0], properties: args[1] }) as Told)
  })
const eventsOf = async (page: Page) =>
  (await told(page)).map(({ name, event }) => (name === 'track' ? event : name))

const NAMES = [
  'mug',
  'lantern',
  'blanket',
  'carafe',
  'board',
  'towel',
  'cart',
  'checkout',
  'thanks'
]
const PAGES = ['', ...NAMES.map(name => `${name}.html`)]

async function fillCart(page: Page) {
  await page.fill('[name=quantity]', '2')
  await page.click('text=Put in the cart')
  await page.locator('.done', { hasText: 'in the cart' }).waitFor()
}

describe('the shop', () => {
  // One product page stands for all: they differ in their words alone.
  it.each(['', 'mug.html'])('has nothing in the way of anybody on /shop/%s', async path => {
    const page = await open(`/shop/${path}`)
    await everyLook(page, async ({ width }) => {
      expect(await findBarriers(page)).toEqual([])
      const wide = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(wide).toBeLessThanOrEqual(width)
    })
  })

  it('leads to nothing that is not there', async () => {
    for (const path of PAGES) {
      const html = await (await fetch(`${demo.url}/shop/${path}`)).text()
      const targets = [...html.matchAll(/(?:src|href)="(\/shop\/[^"]*)"/g)].map(([, to]) => to)
      expect(targets.length).toBeGreaterThan(10)
      for (const to of new Set(targets)) {
        expect([to, (await fetch(demo.url + to)).status]).toEqual([to, 200])
      }
    }
  })

  it('tells the chat what is looked at and put in the cart', async () => {
    const page = await open('/shop/mug.html')
    expect(await eventsOf(page)).toEqual(['page', 'Product Viewed'])
    await fillCart(page)
    const [added, cart] = (await told(page)).slice(2)
    expect(added).toMatchObject({
      event: 'Product Added',
      properties: { products: [{ name: 'Morgon mug', quantity: 2, price: 249 }] }
    })
    expect(cart).toMatchObject({ event: 'Cart Viewed', properties: { total: 498 } })
  })

  it('tells on every page what is in the cart, as long as something is', async () => {
    const page = await open('/shop/mug.html')
    await fillCart(page)
    await page.goto(`${demo.url}/shop/`)
    expect(await eventsOf(page)).toEqual(['page', 'Cart Viewed'])
    await page.goto(`${demo.url}/shop/cart.html`)
    await page.click('text=Take out')
    await page.goto(`${demo.url}/shop/`)
    expect(await eventsOf(page)).toEqual(['page'])
  })

  it('sells: from the mug through cart and checkout to the thanks', async () => {
    const page = await open('/shop/mug.html')
    await fillCart(page)
    await page.click('text=See your cart')
    await page.getByLabel('How many: Morgon mug').fill('3')
    await page.getByLabel('How many: Morgon mug').press('Tab')
    await page.getByText('747').first().waitFor()
    expect(await findBarriers(page)).toEqual([])
    await page.click('text=Go to the checkout')
    expect(await findBarriers(page)).toEqual([])
    expect(await eventsOf(page)).toEqual(['page', 'Cart Viewed', 'Checkout Started'])
    const answers = { Name: 'Maja Lind', 'E-mail': 'maja@example.com', Street: 'Storgatan 1' }
    for (const [label, value] of Object.entries(answers)) await page.getByLabel(label).fill(value)
    await page.getByLabel('Postcode').fill('90325')
    await page.getByLabel('Town').fill('Umeå')
    await page.click('text=Place the order')
    await page.getByText('It is 3 things.').waitFor()
    expect(await eventsOf(page)).toEqual(['page', 'Order Completed'])
    await page.reload()
    expect(await eventsOf(page)).toEqual(['page'])
  })

  it('asks a relay elsewhere for the chat, where there is one', async () => {
    const html = await (await fetch(`${demo.url}/shop/`)).text()
    expect(html).toContain('<script src="/widget.js?site=norrsken" async></script>')
    const options = { siteKey: 'k', relayUrl: 'https://relay.example', agentToken: 't' }
    const app = express().use(demoRoutes({ networks: demo.networks, ...options }))
    const server = app.listen(0)
    const { port } = server.address() as AddressInfo
    const read = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).text()
    expect(await read('/shop/mug.html')).toContain(
      '<script src="https://relay.example/widget.js?site=k" async></script>'
    )
    expect(await read('/')).toContain('src="https://relay.example/inbox/#token=t"')
    expect(await read('/segue-push.js')).toBe(
      "importScripts('https://relay.example/widget/push.js')"
    )
    server.closeAllConnections()
    server.close()
  })
})

it('tells browsers of answers where it is asked to, by keys of its owner', () => {
  const at = { publicUrl: 'http://localhost:3000', apiUrl: 'http://localhost:3001' }
  expect(JSON.stringify(demoConfig(at))).not.toContain('push')
  const { publicKey: VAPID_PUBLIC_KEY, privateKey: VAPID_PRIVATE_KEY } = makeVapidKeys()
  const env = { VAPID_PUBLIC_KEY, VAPID_PRIVATE_KEY }
  const { push, sites } = readConfig(demoConfig({ ...at, push: true }), env)
  expect(push).toMatchObject({ publicKey: VAPID_PUBLIC_KEY })
  expect(sites).toMatchObject([{ push: { worker: '/segue-push.js', showsText: true } }])
})

describe('the demo beside it', () => {
  it('hands a click on a WhatsApp link to the phone, out of a shadow root too', async () => {
    const page = await open('/shop/')
    const href = `https://wa.me/${WHATSAPP.number.slice(1)}?text=${encodeURIComponent('Hej #K7Q2')}`
    await page.evaluate(href => {
      const root = document.createElement('x-chat').attachShadow({ mode: 'open' })
      root.innerHTML = `<a href="${href}" target="_blank">Scan</a>`
      document.body.prepend(root.host)
    }, href)
    await page.click('text=Scan')
    await page.getByText('The draft is on the phone').waitFor()
    const { phone } = demo.networks
    expect(phone.chat(MAJA, 'whatsapp').draft?.text).toBe('Hej #K7Q2')
    expect(page.context().pages()).toHaveLength(1)
  })

  it('has an index that leads everywhere', async () => {
    const page = await open('/')
    await everyLook(page, async () => {
      for (const name of ['The shop', 'The phone', 'The inbox']) {
        expect(await page.getByRole('link', { name }).isVisible()).toBe(true)
      }
      expect(await findBarriers(page)).toEqual([])
    })
  })
})
