import { mkdirSync } from 'node:fs'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEMO } from '../../demo/demo-config.ts'
import { findBarriers } from '../doubles/axe.ts'
import { MAJA, openChat, openConversation, openTown, PHONE_SIZE, say, type Town } from './town.ts'

let town: Town
let picture: string
beforeAll(async () => {
  town = await openTown()
  picture = (await call('/files', await drawing(), { 'x-file-name': 'mug.png' })).id
})
afterAll(() => town?.close())

/** A call of the company's API, as any other desk makes it. */
async function call(path: string, body: object, headers: Record<string, string> = {}) {
  const isFile = body instanceof Uint8Array
  const reply = await fetch(`${town.relay.url}/v1/agent${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${DEMO.agentToken}`, ...headers },
    body: isFile ? (body as Uint8Array<ArrayBuffer>) : JSON.stringify(body)
  })
  const answer = await reply.json()
  if (!reply.ok) throw new Error(JSON.stringify(answer))
  return answer
}

/** A picture somebody can recognize, drawn by the browser. */
async function drawing(): Promise<Uint8Array> {
  const page = await town.browser.newPage({ viewport: { width: 320, height: 200 } })
  await page.setContent(
    '<body style="margin:0;background:#d8c3a5"><div style="width:120px;height:110px;margin:45px 100px;border-radius:8px 8px 30px 30px;background:#20352c"></div>'
  )
  const bytes = await page.screenshot()
  await page.close()
  return bytes
}

const conversationOf = async (words: string): Promise<string> => {
  const reply = await fetch(`${town.relay.url}/v1/agent/conversations?state=all`, {
    headers: { authorization: `Bearer ${DEMO.agentToken}` }
  })
  const { items } = await reply.json()
  return items.find(({ last }: { last?: { text: string } }) => last?.text === words).id
}

const read = async (conversation: string) => {
  const reply = await fetch(`${town.relay.url}/v1/agent/conversations/${conversation}`, {
    headers: { authorization: `Bearer ${DEMO.agentToken}` }
  })
  return reply.json()
}

let asked = 0
const ask = (conversation: string, text: string, content: object) =>
  call(`/conversations/${conversation}/messages`, { cid: `q${++asked}`, text, content })

const COLOURS = {
  kind: 'replies',
  replies: ['Sand', 'Moss', 'Ink', 'Not sure yet'].map((title, n) => ({ id: `c${n}`, title }))
}
const cards = () => ({
  kind: 'cards',
  cards: ['Morgon', 'Afton', 'Natt'].map((title, n) => ({
    title,
    ...(n === 1 ? {} : { image: picture }),
    text: n === 1 ? 'For tea in the evening, with a lid that keeps it warm for longer.' : 'A mug.',
    buttons: [
      { id: `want-${n}`, title: 'This one' },
      { title: 'See it', url: 'https://shop.example/mug' }
    ]
  }))
})
const FORM = {
  kind: 'form',
  submit: 'Send it',
  fields: [
    { id: 'name', label: 'Your name', type: 'text', required: true },
    { id: 'mail', label: 'E-mail', type: 'email', required: true },
    { id: 'size', label: 'Size', type: 'choice', choices: ['Small', 'Large'] },
    { id: 'note', label: 'Anything else', type: 'long' }
  ]
}

async function look(page: Page, name: string): Promise<void> {
  const dir = process.env.SEGUE_SHOTS
  if (!dir) return
  mkdirSync(dir, { recursive: true })
  await page.screenshot({ path: `${dir}/${name}.png` })
}

let visits = 0
async function visit(options?: BrowserContextOptions) {
  const words = `Hello ${++visits}`
  const shop = await town.openShop('mug.html', options)
  await openChat(shop)
  await say(shop, words)
  await shop.locator('.own .state.sent').first().waitFor()
  return { shop, conversation: await conversationOf(words) }
}

/** The shop's own are its own test's. */
const barriers = async (shop: Page) =>
  (await findBarriers(shop)).filter(line => line.includes('segue-widget'))

const log = (shop: Page) => shop.getByRole('log')

describe('what an agent asks on the site', () => {
  it('is chosen with a tap, once, and the agent sees what', { timeout: 60_000 }, async () => {
    const { shop, conversation } = await visit()
    await ask(conversation, 'Which colour?', COLOURS)
    const moss = shop.getByRole('button', { name: 'Moss' })
    await moss.waitFor()
    await look(shop, 'replies')
    await moss.focus()
    await shop.keyboard.press('Enter')
    await shop.locator('.own').getByText('Moss').waitFor()
    expect(await shop.getByRole('button', { name: 'Sand' }).count()).toBe(0)
    // The focus is not lost with the button.
    expect(
      await shop.evaluate(
        () => document.querySelector('segue-widget')?.shadowRoot?.activeElement?.className
      )
    ).toBe('log')
    const inbox = await town.openInbox()
    await openConversation(inbox, 'Moss')
    await inbox.getByRole('log').getByText('Which colour?').first().waitFor()
    await look(inbox, 'inbox-replies')
  })

  it('is looked through card by card, by keyboard alone', { timeout: 60_000 }, async () => {
    const { shop, conversation } = await visit()
    await ask(conversation, '', cards())
    await log(shop).getByText('Morgon').waitFor()
    await look(shop, 'cards')
    const place = shop.locator('.turn span[aria-hidden]')
    expect(await place.textContent()).toBe('1 of 3')
    await shop.getByRole('button', { name: 'Next', exact: true }).press('Enter')
    await shop.getByRole('button', { name: 'Next', exact: true }).press('Enter')
    await expect.poll(() => place.textContent()).toBe('3 of 3')
    const third = shop.locator('segue-widget .card').nth(2)
    await expect
      .poll(async () => {
        const [box, list] = [
          await third.boundingBox(),
          await shop.locator('segue-widget .cards ul').boundingBox()
        ]
        return box!.x >= list!.x - 1 && box!.x + box!.width <= list!.x + list!.width + 1
      })
      .toBe(true)
    await shop.getByRole('button', { name: 'Previous' }).press('Enter')
    await expect.poll(() => place.textContent()).toBe('2 of 3')
    await shop
      .locator('segue-widget .card')
      .nth(1)
      .getByRole('button', { name: 'This one' })
      .press('Enter')
    await shop.locator('.own').getByText('This one').waitFor()
    await expect.poll(() => shop.getByRole('button', { name: 'This one' }).count()).toBe(0)
    // What leads to a page stays.
    expect(await shop.locator('segue-widget .card a').count()).toBe(3)
  })

  it('is filled in, with its mistakes said where they are, and kept while one looks away', {
    timeout: 60_000
  }, async () => {
    const { shop, conversation } = await visit()
    await ask(conversation, 'Whom shall we write to?', FORM)
    const name = shop.getByLabel('Your name')
    await name.fill('Kim')
    await shop.getByLabel('E-mail').fill('kim')
    await shop.getByRole('button', { name: 'Close chat' }).first().click()
    await shop.getByRole('button', { name: /^Open chat/ }).click()
    expect(await name.inputValue()).toBe('Kim')
    await shop.getByRole('button', { name: 'Send it' }).click()
    const mail = shop.getByLabel('E-mail')
    expect(await mail.getAttribute('aria-invalid')).toBe('true')
    expect(await mail.evaluate(element => element.matches(':focus'))).toBe(true)
    expect(await shop.locator('.form .problem').textContent()).toMatch(/does not look right/)
    await look(shop, 'form-wrong')
    await mail.fill('kim@shop.example')
    await shop.getByLabel('Size').selectOption('Large')
    await mail.press('Enter')
    await shop.locator('.own').getByText('E-mail: kim@shop.example').waitFor()
    await log(shop).getByText('Answered').waitFor()
    await look(shop, 'form-answered')
    await shop.reload()
    await shop.getByRole('button', { name: /^Open chat/ }).click()
    await log(shop).getByText('Answered').waitFor()
    expect(await shop.locator('.own').getByText('Size: Large').count()).toBe(1)
  })

  it.each([
    ['desktop, light', {}],
    ['desktop, dark', { colorScheme: 'dark' }],
    ['phone, light', PHONE_SIZE],
    ['phone, dark', { ...PHONE_SIZE, colorScheme: 'dark' }],
    ['forced colours', { forcedColors: 'active' }],
    ['right to left', { locale: 'ar' }]
  ] as [string, BrowserContextOptions][])(
    'leaves nothing for axe to find: %s',
    {
      timeout: 60_000
    },
    async (kind, options) => {
      const shop = await town.openShop('mug.html', { ...options, reducedMotion: 'reduce' })
      if (kind === 'right to left') {
        // So before anything of the page runs, as a site in Arabic is.
        await shop.addInitScript(() => {
          new MutationObserver((_, observer) => {
            if (!document.documentElement) return
            observer.disconnect()
            document.documentElement.lang = 'ar'
            document.documentElement.dir = 'rtl'
          }).observe(document, { childList: true })
        })
        await shop.reload()
      }
      await shop.locator('segue-widget .launcher').click()
      const words = `Looks ${kind}`
      await shop.locator('segue-widget .composer textarea').fill(words)
      await shop.keyboard.press('Enter')
      await shop.locator('.own .state.sent').first().waitFor()
      const conversation = await conversationOf(words)
      await ask(conversation, 'Which colour?', COLOURS)
      await ask(conversation, '', cards())
      await shop.locator('.turn').waitFor()
      await look(shop, `cards-${kind}`)
      expect(await barriers(shop)).toEqual([])
      await ask(conversation, 'Whom shall we write to?', FORM)
      await shop.locator('.form button').click()
      await shop.locator('.form .problem').first().waitFor()
      await look(shop, `form-${kind}`)
      expect(await barriers(shop)).toEqual([])
    }
  )
})

describe('what an agent asks on a phone', () => {
  it('is a list on WhatsApp, and what was tapped comes back by name', {
    timeout: 60_000
  }, async () => {
    const { shop, conversation } = await visit()
    await shop.getByRole('button', { name: 'Continue on your phone' }).click()
    await shop.getByRole('button', { name: /WhatsApp/ }).click()
    const link = shop.locator('a[href^="https://wa.me/"]').first()
    const href = new URL((await link.getAttribute('href'))!)
    const draft = href.searchParams.get('text')!
    const { phone } = town.networks
    phone.write(MAJA, 'whatsapp', { text: draft })
    await expect.poll(() => town.onPhone('whatsapp').length).toBeGreaterThan(1)
    await ask(conversation, 'Which colour?', COLOURS)
    await expect
      .poll(() =>
        town
          .onPhone('whatsapp')
          .at(-1)
          ?.buttons?.map(({ title }) => title)
      )
      .toEqual(COLOURS.replies.map(({ title }) => title))
    await ask(conversation, '', cards())
    await expect.poll(() => town.onPhone('whatsapp').filter(({ file }) => file).length).toBe(2)
    const list = town.onPhone('whatsapp').find(({ buttons }) => buttons?.length === 4)!
    phone.tap(MAJA, 'whatsapp', { bubble: list.id, button: list.buttons![1]!.id })
    await expect
      .poll(async () => {
        const { entries } = await read(conversation)
        return entries.findLast((entry: { answer?: object }) => entry.answer)?.answer.choice
      })
      .toEqual({ id: 'c1', title: 'Moss' })
  })
})
