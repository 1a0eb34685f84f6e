import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findBarriers } from '../doubles/axe.ts'
import { borrowChromium } from '../doubles/borrow-chromium.ts'
import { MAJA, OLA, TWILIO, WHATSAPP } from '../doubles/company.ts'
import { type DemoPages, openDemoPages } from '../doubles/demo-pages.ts'

let demo: DemoPages
let browser: Browser
const problems: string[] = []

beforeAll(async () => {
  browser = await borrowChromium()
})
afterAll(() => browser?.close())
beforeEach(async () => {
  demo = await openDemoPages()
})
afterEach(async () => {
  for (const context of browser.contexts()) await context.close()
  await demo.close()
  expect(problems.splice(0)).toEqual([])
})

const DESKTOP = { width: 1280, height: 800 }
const SMALL = { width: 390, height: 844 }
const LINK = `https://wa.me/${WHATSAPP.number.slice(1)}?text=${encodeURIComponent('Hej #K7Q2-M9XD')}`

async function open(path = '', options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: DESKTOP, ...options })
  const page = await context.newPage()
  page.on('pageerror', error => problems.push(String(error)))
  await page.goto(`${demo.url}/phone/${path}`)
  await page
    .getByRole('button', { name: 'WhatsApp' })
    .or(page.getByLabel('Messages'))
    .first()
    .waitFor()
  return page
}
async function openChat(page: Page, app: 'WhatsApp' | 'Messages') {
  await page.getByRole('button', { name: app }).click()
  await page.locator('.row').click()
  await page.locator('.composer').waitFor()
}
const chat = (number = MAJA) => demo.networks.phone.chat(number, 'whatsapp')
const receive = (id: string, text: string, more = {}) =>
  demo.networks.phone.receive(MAJA, 'whatsapp', { id, text, ...more })

describe('the phone', () => {
  it.each([
    ['desktop', 'light', DESKTOP],
    ['desktop', 'dark', DESKTOP],
    ['phone', 'light', SMALL],
    ['phone', 'dark', SMALL]
  ] as const)('has nothing in the way of anybody: %s, %s', async (_, colorScheme, viewport) => {
    demo.networks.phone.write(MAJA, 'whatsapp', { text: 'Is it blue?' })
    demo.networks.phone.write(MAJA, 'messages', { text: 'Is it blue?' })
    receive('a', 'See https://norrsken.example/', { buttons: [{ id: 'yes', title: 'Yes' }] })
    const page = await open('', { colorScheme, viewport, reducedMotion: 'reduce' })
    expect(await findBarriers(page)).toEqual([])
    for (const app of ['WhatsApp', 'Messages'] as const) {
      await page.getByRole('button', { name: app }).click()
      expect(await findBarriers(page)).toEqual([])
      await page.locator('.row').click()
      await page.getByLabel('Send a picture').click()
      await page.getByText('From this computer').waitFor()
      expect(await findBarriers(page)).toEqual([])
      await page.getByLabel('Home screen').click()
    }
    if (viewport === SMALL) {
      await page.getByRole('button', { name: 'Demo' }).click()
      await page.getByRole('region', { name: 'Demo controls' }).waitFor()
      expect(await findBarriers(page)).toEqual([])
    }
  })

  it('opens a link from its address: the draft is ready to send', async () => {
    const page = await open(`#open=${encodeURIComponent(LINK)}`)
    const composer = page.getByLabel('Message', { exact: true })
    await composer.waitFor()
    expect(await composer.inputValue()).toBe('Hej #K7Q2-M9XD')
    expect(page.url()).not.toContain('#')
    await page.getByLabel('Send', { exact: true }).click()
    await page.locator('.mine', { hasText: 'Hej #K7Q2-M9XD' }).waitFor()
    expect(chat().bubbles.map(({ text }) => text)).toEqual(['Hej #K7Q2-M9XD'])
    expect(await composer.inputValue()).toBe('')
  })

  it('goes to the draft when a link is opened elsewhere', async () => {
    const page = await open()
    demo.networks.phone.openLink(MAJA, `sms:${TWILIO.from}?&body=Hello`)
    const composer = page.getByLabel('Text message')
    await composer.waitFor()
    expect(await composer.inputValue()).toBe('Hello')
  })

  it('counts what is unread, shows a banner, and has read it once the chat is open', async () => {
    const page = await open()
    receive('a', 'It does come in blue.')
    await page.locator('.banner', { hasText: 'It does come in blue.' }).waitFor()
    await page.locator('.app .badge', { hasText: '1' }).waitFor()
    await page.locator('.banner').click()
    await page.locator('.theirs', { hasText: 'It does come in blue.' }).waitFor()
    await demo.networks.phone.until(() => chat().bubbles[0]?.tick === 'read')
    receive('b', 'And in green.')
    await demo.networks.phone.until(() => chat().bubbles[1]?.tick === 'read')
    expect(await page.locator('.banner').count()).toBe(0)
  })

  it('says with ticks how far a message got', async () => {
    const page = await open()
    await openChat(page, 'WhatsApp')
    await page.getByLabel('Message', { exact: true }).fill('hello')
    await page.keyboard.press('Enter')
    const ticks = page.locator('.mine .ticks')
    await ticks.filter({ hasText: 'Sent' }).waitFor()
    const { id } = chat().bubbles[0]!
    for (const [tick, word] of [
      ['delivered', 'Delivered'],
      ['read', 'Read']
    ] as const) {
      demo.networks.phone.tick('whatsapp', id, tick)
      await ticks.filter({ hasText: word }).waitFor()
    }
  })

  it('shows that the company is typing', async () => {
    const page = await open()
    await openChat(page, 'WhatsApp')
    demo.networks.phone.setTyping(MAJA, 'whatsapp', true)
    await page.getByText('typing…').waitFor()
    receive('a', 'Yes.')
    await page.getByText('typing…').waitFor({ state: 'detached' })
  })

  it('taps buttons, once', async () => {
    receive('a', 'Show it on the site?', { buttons: [{ id: 'yes', title: 'Yes, show it' }] })
    const page = await open()
    await openChat(page, 'WhatsApp')
    const button = page.getByRole('button', { name: 'Yes, show it' })
    await button.click()
    await page.locator('.mine', { hasText: 'Yes, show it' }).waitFor()
    expect(await button.isDisabled()).toBe(true)
  })

  it('makes links to be tapped, without the full stop after them', async () => {
    receive('a', 'Here: https://norrsken.example/mug#segue=abc_1. Welcome back.')
    const page = await open()
    await openChat(page, 'WhatsApp')
    const link = page.getByRole('link', { name: 'https://norrsken.example/mug' })
    expect(await link.getAttribute('href')).toBe('https://norrsken.example/mug#segue=abc_1')
  })

  it('sends a picture as PNG', async () => {
    const page = await open()
    await openChat(page, 'WhatsApp')
    await page.getByLabel('Send a picture', { exact: true }).click()
    await page.getByLabel('Send a picture of a chipped mug').click()
    const { id, file } = await demo.networks.phone.until(() => chat().bubbles[0])
    expect(file).toMatchObject({ name: 'chipped-mug.png', mime: 'image/png' })
    const bytes = demo.networks.phone.file(id)!.bytes
    expect([...bytes.slice(1, 4)]).toEqual([...Buffer.from('PNG')])
    const picture = page.locator('.mine .picture')
    await picture.waitFor()
    await expect
      .poll(() => picture.evaluate(image => (image as HTMLImageElement).naturalWidth))
      .toBe(480)
  })
})

describe('the controls beside it', () => {
  it('hands the phone to somebody else', async () => {
    const page = await open()
    await page.getByText('Ola').click()
    await page.getByRole('heading', { name: 'Ola’s phone' }).waitFor()
    expect(demo.networks.phone.inHand()).toBe(OLA)
    await page.getByLabel('WhatsApp shares the number').uncheck()
    await demo.networks.phone.until(() => !demo.networks.phone.ownerOf(OLA)?.sharesNumber)
  })

  it('puts the clock forward, and back', async () => {
    const page = await open()
    await page.getByRole('button', { name: '+25 h' }).click()
    await page.getByText('25 h ahead').waitFor()
    expect(demo.networks.clock.ahead()).toBe(25 * 60 * 60_000)
    await page.getByRole('button', { name: 'Back to now' }).click()
    await page.getByText('25 h ahead').waitFor({ state: 'detached' })
    expect(demo.networks.clock.ahead()).toBe(0)
  })

  it('switches faults, for each network alone', async () => {
    const page = await open()
    await page.getByLabel('Everything is told twice: SMS').check()
    await demo.networks.phone.until(() => demo.networks.faults.messages.current().duplicates === 1)
    expect(demo.networks.faults.whatsapp.current().duplicates).toBe(0)
  })
})

it('takes nothing over its API that it cannot use', async () => {
  const ask = (what: string, given: unknown) =>
    fetch(`${demo.url}/phone/api/${what}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(given)
    })
  const refused = await Promise.all([
    ask('send', { phone: MAJA, app: 'telegram', text: 'x' }),
    ask('send', { phone: '+46700000009', app: 'whatsapp', text: 'x' }),
    ask('tap', { phone: MAJA, app: 'whatsapp', bubble: 'none', button: 'none' }),
    ask('open', { link: 'https://example.com/' }),
    ask('faults', { network: 'whatsapp', faults: { duplicates: 2 } }),
    ask('clock', { advance: -1 })
  ])
  expect(refused.map(({ status }) => status)).toEqual([400, 400, 400, 400, 400, 400])
  expect((await refused[3]!.json()).error.message).toContain('wa.me')
})

it('ends its stream when the networks close, so that nothing holds up the end', async () => {
  const stream = await fetch(`${demo.url}/phone/api/stream`)
  const ended = stream.text()
  await demo.networks.close()
  expect(await ended).toContain('"inHand"')
})
