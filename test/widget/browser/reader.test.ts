import { describe, expect, it } from 'vitest'
import { findBarriers } from '../../doubles/axe.ts'
import { linked, mirrored, offered, said } from '../../doubles/entries.ts'
import { useWidgetPages } from '../../doubles/use-widget-pages.ts'
import {
  fieldOf,
  goToCode,
  launcherOf,
  openChat,
  panelOf,
  say
} from '../../doubles/widget-pages.ts'

const pages = useWidgetPages()

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }

describe.each(['light', 'dark'] as const)('on a %s page, axe finds nothing', colorScheme => {
  // Half faded in, colours are not what they will be.
  const dark = {
    ...{ colorScheme, css: ':root{color-scheme:light dark}' },
    reducedMotion: 'reduce'
  } as const

  it('closed, and open before anything is said', async () => {
    const page = await pages.open(dark)
    expect(await findBarriers(page)).toEqual([])
    await openChat(page, pages.relay())
    await page.locator('.greeting').waitFor()
    expect(await findBarriers(page)).toEqual([])
  })

  it('in a conversation with everything in it', async () => {
    const page = await pages.open(dark)
    await openChat(page, pages.relay())
    await say(page, 'Hello')
    const files = [
      {
        id: 'f',
        name: 'receipt.pdf',
        mime: 'application/pdf',
        size: 1000,
        url: 'https://relay.test/f'
      }
    ]
    const buttons = [{ id: 'a', title: 'Today' }]
    pages
      .relay()
      .append(
        said('agent', 'See https://shop.example', { name: 'Anna', files }),
        offered(),
        linked('l1', { on: { account: 'text', network: 'sms' } }),
        mirrored(true),
        said('system', 'We close at six.'),
        said('agent', 'When?', { name: 'Anna', buttons })
      )
    pages.relay().publish({ type: 'typing', name: 'Anna' })
    await page.locator('.typing').waitFor()
    expect(await findBarriers(page)).toEqual([])
  })

  it('on every step of the way to the phone', async () => {
    const page = await pages.open(dark)
    await openChat(page, pages.relay())
    await say(page, 'Hello')
    await page.getByRole('button', { name: 'Continue on your phone' }).click()
    await page.locator('.choices').waitFor()
    expect(await findBarriers(page)).toEqual([])
    await page.locator('.choices').getByRole('button', { name: /SMS/ }).click()
    await page.locator('.qr svg').waitFor()
    expect(await findBarriers(page)).toEqual([])
    pages.relay().append(linked())
    await page.locator('.joined').waitFor()
    await page.waitForFunction(() => {
      const root = document.querySelector('segue-widget')!.shadowRoot!
      return root.getAnimations().every(({ playState }) => playState === 'finished')
    })
    expect(await findBarriers(page)).toEqual([])
  })

  it('on a phone, and when the connection is lost', async () => {
    const page = await pages.open({ ...dark, ...PHONE })
    await openChat(page, pages.relay())
    await say(page, 'Hello')
    await page.context().setOffline(true)
    for (const socket of pages.relay().sockets) socket.terminate()
    await page.getByText(/Reconnecting/).waitFor()
    expect(await findBarriers(page)).toEqual([])
  })
})

describe('with a keyboard alone', () => {
  it('the chat opens with the focus in it, lets it out again, and gives it back', async () => {
    const page = await pages.open()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await fieldOf(page).waitFor()
    await expect.poll(() => fieldOf(page).evaluate(focused)).toBe(true)
    // It is no trap: two steps on are the end of the page, and Shift leads back.
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    expect(await fieldOf(page).evaluate(focused)).toBe(false)
    await fieldOf(page).focus()
    await page.keyboard.press('Escape')
    await panelOf(page).waitFor({ state: 'detached' })
    expect(await launcherOf(page).evaluate(focused)).toBe(true)
  })

  it('everything is reached, the sheet is left by Escape, and the chat stays', async () => {
    const page = await pages.open()
    await openChat(page, pages.relay())
    await expect.poll(() => fieldOf(page).evaluate(focused)).toBe(true)
    await page.keyboard.type('Hello')
    await page.keyboard.press('Enter')
    await page.locator('.own .state.sent').waitFor()
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Enter')
    await page.locator('.choices').waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.locator('.copyable').first().waitFor()
    await page.keyboard.press('Escape')
    await fieldOf(page).waitFor()
    await expect.poll(() => fieldOf(page).evaluate(focused)).toBe(true)
  })
})

describe('on a phone', () => {
  it('the chat is the screen, and the page behind it rests', async () => {
    const page = await pages.open(PHONE)
    await page.evaluate(() => scrollTo(0, 200))
    await openChat(page, pages.relay())
    const screen = { x: 0, y: 0, width: 390, height: 844 }
    await expect.poll(() => panelOf(page).boundingBox()).toEqual(screen)
    expect(await panelOf(page).getAttribute('aria-modal')).toBe('true')
    expect(await page.evaluate(() => document.body.inert)).toBe(true)
    expect(await launcherOf(page).evaluate(element => (element as HTMLElement).inert)).toBe(true)
    // The keyboard does not rise before anybody wants to write.
    expect(await fieldOf(page).evaluate(focused)).toBe(false)

    await panelOf(page).getByRole('button', { name: 'Close chat' }).click()
    await panelOf(page).waitFor({ state: 'detached' })
    expect(await page.evaluate(() => [document.body.inert, scrollY])).toEqual([false, 200])
  })

  it('the composer stands on the keyboard, and the newest message above it', async () => {
    const page = await pages.open(PHONE)
    await openChat(page, pages.relay())
    pages.relay().append(...Array.from({ length: 30 }, (_, i) => said('agent', `Message ${i}`)))
    const newest = page.getByRole('log').getByText('Message 29')
    await newest.waitFor()
    await page.evaluate(() => {
      Object.defineProperty(visualViewport, 'height', { value: 480 })
      visualViewport!.dispatchEvent(new Event('resize'))
    })
    await expect.poll(async () => bottomOf(await newest.boundingBox())).toBeLessThan(420)
    const field = (await fieldOf(page).boundingBox())!
    expect(bottomOf(field)).toBeLessThanOrEqual(480)
    expect(await fieldOf(page).evaluate(element => getComputedStyle(element).fontSize)).toBe('16px')
  })

  it('the way on is a real link, and nothing is wider than 320 pixels', async () => {
    const page = await pages.open({ ...PHONE, viewport: { width: 320, height: 568 } })
    await openChat(page, pages.relay())
    await say(page, `A word of ${'length'.repeat(20)}`)
    expect(await overflows(page)).toEqual([])
    await goToCode(page, /SMS/)
    expect(await overflows(page)).toEqual([])
    const link = page.getByRole('link', { name: 'Open your texts' })
    expect(await link.getAttribute('href')).toMatch(/^https:\/\/wa\.me\//)
    expect(await link.getAttribute('target')).toBe('_blank')
  })

  it('every target is large enough for a finger', async () => {
    const page = await pages.open(PHONE)
    await openChat(page, pages.relay())
    await say(page, 'Hello')
    pages.relay().append(linked(), mirrored(true))
    await page.getByRole('button', { name: 'Stop showing here' }).waitFor()
    const small = await page
      .locator('segue-widget button:visible')
      .evaluateAll(buttons =>
        buttons
          .map(button => [
            button.textContent || button.ariaLabel,
            button.getBoundingClientRect().height
          ])
          .filter(([, height]) => Number(height) < 44)
      )
    expect(small).toEqual([])
  })
})

const focused = (element: Element): boolean =>
  (element.getRootNode() as ShadowRoot).activeElement === element

const bottomOf = (box: { y: number; height: number } | null): number => box!.y + box!.height

/** What is wider than what it stands in. */
const overflows = (page: import('playwright-core').Page) =>
  page.locator('segue-widget .panel *').evaluateAll(elements =>
    elements
      .filter(element => !element.closest('.unseen'))
      .filter(element => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0)
      .filter(element => getComputedStyle(element).display !== 'inline')
      .map(element => `${element.tagName}.${element.className}`)
  )
