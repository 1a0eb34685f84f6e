import jsQR from 'jsqr'
import { PNG } from 'pngjs'
import { describe, expect, it } from 'vitest'
import { linked, said } from '../../doubles/entries.ts'
import { anOffer } from '../../doubles/fake-chat.ts'
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

interface Consenting {
  consent(state: string): void
}

interface SentEvent {
  timestamp: string
  context: { page: { url: string } }
}

const manySaid = (count: number) =>
  Array.from({ length: count }, (_, i) => said('agent', `Message ${i}`, { name: 'Anna' }))

describe('a conversation in a real browser', () => {
  it('is typed into while the SDK is still on its way, and nothing of it is lost', async () => {
    const page = await pages.open()
    let letGo = () => {}
    const held = new Promise<void>(resolve => {
      letGo = resolve
    })
    await page.route(/widget\/sdk-/, async route => {
      await held
      await route.continue()
    })
    await launcherOf(page).click()
    await fieldOf(page).fill('First words')
    await fieldOf(page).press('Enter')
    expect(pages.relay().heard.map(({ path }) => path)).not.toContain('/v1/session')
    letGo()
    await page.getByRole('log').getByText('First words').waitFor()
    await page.locator('.own .state.sent').waitFor()
  })

  it('fetches three modules to open, side by side, two more when idle, and the QR only on the way to the phone', async () => {
    const page = await pages.open()
    await openChat(page, pages.relay())
    const parts = () =>
      pages
        .relay()
        .heard.filter(({ path }) => path.startsWith('/widget/'))
        .map(({ path }) => path.split('/')[2]!.split('-')[0])
        .sort()
    // What draws messages, and what tracks, may have come: the page is idle. What tabs share came beside the session.
    const idle = ['timeline', 'late']
    expect(parts().filter(part => !idle.includes(part!))).toEqual(['chat', 'en', 'sdk', 'tabs'])
    await say(page, 'Hello')
    await goToCode(page)
    await page.locator('.qr svg').waitFor()
    // The words of the way to the phone come with it.
    const words = ['late', 'use']
    const all = ['chat', 'en', 'late', 'qr', 'sdk', 'sheet', 'tabs', 'timeline', ...words].sort()
    await expect.poll(parts).toEqual(all)
  })

  it('goes on by itself after a reload, and counts on the launcher what came meanwhile', async () => {
    const page = await pages.open()
    await openChat(page, pages.relay())
    await say(page, 'Hello')
    await page.reload()
    await expect.poll(() => pages.relay().sockets.size).toBe(1)
    pages.relay().append(said('agent', 'Hi'), said('agent', 'How may I help?'))
    await page.getByRole('button', { name: 'Open chat, 2 new messages' }).click()
    await page.getByRole('log').getByText('How may I help?').waitFor()
    await expect
      .poll(() =>
        pages
          .relay()
          .frames.filter(({ type }) => type === 'read')
          .at(-1)
      )
      .toMatchObject({ upTo: 3 })
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Open chat', exact: true }).waitFor()
  })

  it('comes back by a return link, whose token is out of the address at once', async () => {
    pages.relay().append(said('visitor', 'Said on the phone'))
    const page = await pages.open({ hash: '#segue=return-token' })
    expect(page.url()).not.toContain('segue')
    await page.getByRole('log').getByText('Said on the phone').waitFor()
    const session = pages.relay().heard.find(({ path }) => path === '/v1/session')
    expect(session?.body).toMatchObject({ site: 'shop', returnToken: 'return-token' })
  })

  it('tells a screen reader each incoming message once', async () => {
    pages.relay().append(said('agent', 'History'))
    const page = await pages.open()
    await openChat(page, pages.relay())
    await page.getByRole('log').getByText('History').waitFor()
    await page.evaluate(() => {
      const root = document.querySelector('segue-widget')!.shadowRoot!
      const region = root.querySelector('[aria-live=polite]')!
      const told: (string | null)[] = []
      Object.assign(window, { told })
      new MutationObserver(changes => {
        for (const { addedNodes } of changes) {
          for (const node of addedNodes) told.push(node.textContent)
        }
      }).observe(region, { childList: true, subtree: true, characterData: true })
    })
    await say(page, 'My own')
    pages.relay().append(said('agent', 'One', { name: 'Anna' }))
    pages.relay().append(said('agent', 'Two', { name: 'Anna' }))
    await page.getByRole('log').getByText('Two').waitFor()
    await expect
      .poll(() => page.evaluate(() => (window as never as { told: string[] }).told))
      .toEqual(['Anna: One', 'Anna: Two'])
  })
})

describe('what the page calls in a real browser', () => {
  it('waits for consent, and then goes with the time and the page it was called on', async () => {
    const page = await pages.open()
    const called = Date.now()
    await page.evaluate(() => {
      const segue = window.segue as unknown as Record<string, (...args: unknown[]) => void>
      segue.track!('Bowl Viewed', { size: 35 })
      history.pushState({}, '', '/cart?secret=1')
    })
    // The clock must have moved on, or then and now could not be told apart.
    await expect.poll(Date.now).toBeGreaterThan(called + 20)
    const before = Date.now()
    await page.evaluate(() => (window.segue as unknown as Consenting).consent('granted'))
    const batch = () => pages.relay().heard.find(({ path }) => path === '/v1/batch')
    await expect.poll(batch).toBeDefined()

    const [event] = batch()!.body.batch as SentEvent[]
    expect(event).toMatchObject({ type: 'track', event: 'Bowl Viewed', properties: { size: 35 } })
    expect(Date.parse(event!.timestamp)).toBeGreaterThanOrEqual(called)
    expect(Date.parse(event!.timestamp)).toBeLessThan(before)
    expect(new URL(event!.context.page.url).pathname).toBe('/')
  })
})

describe('a long thread in a real browser', () => {
  it('draws few of its messages, and holds the reader’s place when earlier ones come in above', async () => {
    pages.relay().append(...manySaid(500))
    const page = await pages.open()
    await openChat(page, pages.relay())
    const log = page.getByRole('log')
    await log.getByText('Message 499').waitFor()
    expect(await page.locator('.message').count()).toBeLessThanOrEqual(150)

    const anchor = log.getByText('Message 470', { exact: true })
    await anchor.evaluate(element => element.scrollIntoView({ block: 'start' }))
    const before = (await anchor.boundingBox())!.y
    await log.getByText('Message 410', { exact: true }).waitFor({ state: 'attached' })
    expect(Math.abs((await anchor.boundingBox())!.y - before)).toBeLessThanOrEqual(1)
    // Further up than Message 400 is only at the relay.
    for (const earlier of ['Message 400', 'Message 399', 'Message 300']) {
      await log.evaluate(element => element.scrollTo(0, 0))
      await log.getByText(earlier, { exact: true }).waitFor({ state: 'attached' })
    }
    expect(pages.relay().heard.some(({ path }) => path === '/v1/thread')).toBe(true)
  })

  it('does not pull the reader down, but says what is new and leads there', async () => {
    pages.relay().append(...manySaid(40))
    const page = await pages.open()
    await openChat(page, pages.relay())
    const log = page.getByRole('log')
    await log.getByText('Message 39').waitFor()
    await log.evaluate(element => element.scrollTo(0, 300))
    const place = () => log.evaluate(({ scrollTop }) => scrollTop)
    const before = await place()
    pages.relay().append(said('agent', 'News'), said('agent', 'More news'))
    const button = page.getByRole('button', { name: '2 new messages' })
    await button.waitFor()
    expect(await place()).toBe(before)
    await button.click()
    await expect
      .poll(() => log.evaluate(box => box.scrollHeight - box.scrollTop - box.clientHeight))
      .toBeLessThan(2)
    await button.waitFor({ state: 'detached' })
  })
})

describe('the way to the phone in a real browser', () => {
  it.each(['light', 'dark'] as const)(
    'shows a QR that a camera can read, on a %s page',
    async colorScheme => {
      const page = await pages.open({ colorScheme, css: ':root{color-scheme:light dark}' })
      await openChat(page, pages.relay())
      await say(page, 'Hello')
      await goToCode(page)
      await page.locator('.qr svg').waitFor()
      const { data, width, height } = PNG.sync.read(await panelOf(page).screenshot())
      expect(jsQR(new Uint8ClampedArray(data), width, height)?.data).toBe(anOffer('wa').link)
    }
  )

  it('goes from the offer to the phone that joins, and the relay hears of each step', async () => {
    const page = await pages.open()
    await openChat(page, pages.relay())
    await say(page, 'Hello')
    await goToCode(page)
    await page.getByText('Waiting for your message').waitFor()
    await expect
      .poll(() => pages.relay().heard.map(({ path }) => path))
      .toContain('/v1/handoffs/handoff-wa/opened')
    pages.relay().append(linked())
    await page.getByText('The chat goes on in WhatsApp').first().waitFor()
    await page.locator('.joined').getByRole('button', { name: 'Back to the chat' }).click()
    await page.getByText('What is said there does not show here until').waitFor()
  })
})
