import type { BrowserContextOptions, Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { findBarriers } from '../doubles/axe.ts'
import { COLOURS, cardsWith, type Desk, FORM, openDesk } from './desk.ts'
import { openConversation, PHONE_SIZE, waitUntilSent } from './town.ts'
import { useTown } from './use-town.ts'

const town = useTown()
let desk: Desk
let picture: string
beforeAll(async () => {
  desk = openDesk(town())
  picture = await desk.upload(await drawing(), 'mug.png')
})

/** A picture somebody can recognize, drawn by the browser. */
async function drawing(): Promise<Uint8Array<ArrayBuffer>> {
  const page = await town().browser.newPage({ viewport: { width: 320, height: 200 } })
  await page.setContent(
    '<body style="margin:0;background:#d8c3a5"><div style="width:120px;height:110px;margin:45px 100px;border-radius:8px 8px 30px 30px;background:#20352c"></div>'
  )
  const bytes = await page.screenshot()
  await page.close()
  return new Uint8Array(bytes)
}

/** The shop's own are its own test's. */
const barriers = async (shop: Page) =>
  (await findBarriers(shop)).filter(line => line.includes('segue-widget'))

const log = (shop: Page) => shop.getByRole('log')

describe('what an agent asks on the site', () => {
  it('is chosen with a tap, once, and the agent sees what', { timeout: 60_000 }, async () => {
    const { shop, conversation } = await desk.visit()
    await desk.ask(conversation, 'Which colour?', COLOURS)
    const moss = shop.getByRole('button', { name: 'Moss' })
    await moss.waitFor()
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
    const inbox = await town().openInbox()
    await openConversation(inbox, 'Moss')
    await inbox.getByRole('log').getByText('Which colour?').first().waitFor()
  })

  it('is looked through card by card, by keyboard alone', { timeout: 60_000 }, async () => {
    const { shop, conversation } = await desk.visit()
    await desk.ask(conversation, '', cardsWith(picture))
    await log(shop).getByText('Morgon').waitFor()
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
    const { shop, conversation } = await desk.visit()
    await desk.ask(conversation, 'Whom shall we write to?', FORM)
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
    await mail.fill('kim@shop.example')
    await shop.getByLabel('Size').selectOption('Large')
    await mail.press('Enter')
    await shop.locator('.own').getByText('E-mail: kim@shop.example').waitFor()
    await log(shop).getByText('Answered').waitFor()
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
      const shop = await town().openShop('mug.html', { ...options, reducedMotion: 'reduce' })
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
      await waitUntilSent(shop, words)
      const conversation = await desk.conversationOf(words)
      await desk.ask(conversation, 'Which colour?', COLOURS)
      await desk.ask(conversation, '', cardsWith(picture))
      await shop.locator('.turn').waitFor()
      expect(await barriers(shop)).toEqual([])
      await desk.ask(conversation, 'Whom shall we write to?', FORM)
      await shop.locator('.form button').click()
      await shop.locator('.form .problem').first().waitFor()
      expect(await barriers(shop)).toEqual([])
    }
  )
})
