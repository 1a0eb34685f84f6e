import type { Page, WebSocketRoute } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { said } from '../../doubles/entries.ts'
import { useWidgetPages } from '../../doubles/use-widget-pages.ts'
import { openChat, say } from '../../doubles/widget-pages.ts'

const pages = useWidgetPages(['--disable-back-forward-cache'])

const inLog = (page: Page, text: string) => page.getByRole('log').getByText(text, { exact: true })

/** Stands between the page and the relay, and may let nothing through without a word, as lost networks do. */
function betweenSockets() {
  const lines: { page: WebSocketRoute; isDead: boolean }[] = []
  let passes: (frame: string) => boolean = () => true
  return {
    lines,
    /** Which of the relay's frames reach the page. */
    pass(which: typeof passes) {
      passes = which
    },
    stand: (page: Page) =>
      page.routeWebSocket(/\/v1\/socket/, socket => {
        const line = { page: socket, isDead: false }
        lines.push(line)
        const relay = socket.connectToServer()
        socket.onMessage(frame => line.isDead || relay.send(frame))
        relay.onMessage(frame => {
          if (!line.isDead && passes(String(frame))) socket.send(frame)
        })
      })
  }
}

const hide = (page: Page, hidden: boolean) =>
  page.evaluate(hidden => {
    const state = hidden ? 'hidden' : 'visible'
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden })
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state })
    document.dispatchEvent(new Event('visibilitychange'))
  }, hidden)

describe('bfcache', () => {
  it('a page that was left with the chat open comes back as it was, and has what came meanwhile once', async () => {
    const page = await pages.open()
    await openChat(page, pages.relay())
    await say(page, 'Hello')
    await page.evaluate(() =>
      addEventListener('pageshow', ({ persisted }) => Object.assign(window, { persisted }))
    )
    const { origin } = new URL(page.url())
    await page.goto(`${origin.replace('127.0.0.1', 'localhost')}/elsewhere`)
    await expect.poll(() => pages.relay().sockets.size).toBe(0)
    pages.relay().append(said('agent', 'While you were away'))
    await page.evaluate(() => history.back()).catch(() => {})
    await expect.poll(() => page.url()).toContain(origin)
    await page.waitForFunction(() => 'persisted' in window)
    expect(await page.evaluate(() => (window as { persisted?: boolean }).persisted)).toBe(true)
    await inLog(page, 'While you were away').waitFor()
    pages.relay().append(said('agent', 'And now'))
    await inLog(page, 'And now').waitFor()
    for (const text of ['Hello', 'While you were away', 'And now']) {
      expect(await inLog(page, text).count()).toBe(1)
    }
    expect(pages.relay().sockets.size).toBe(1)
    expect(page.complaints).toEqual([])
  })
})

describe('visibility', () => {
  it('a tab that was hidden for six minutes, and whose connection died without a word, has all when it is seen', async () => {
    const between = betweenSockets()
    const page = await pages.open({
      async before(page) {
        await page.clock.install()
        await between.stand(page)
      }
    })
    await openChat(page, pages.relay())
    await say(page, 'Hello')
    await hide(page, true)
    for (const line of between.lines) line.isDead = true
    // A browser holds back the timers of a hidden tab: so does this clock, until it runs on.
    await page.clock.pauseAt(Date.now() + 60_000)
    pages.relay().append(said('agent', 'Missed'))
    await page.clock.fastForward('06:00')
    await hide(page, false)
    await page.clock.resume()
    await inLog(page, 'Missed').waitFor()
    expect(await inLog(page, 'Missed').count()).toBe(1)
    expect(between.lines.length).toBeGreaterThan(1)
  })
})

describe('optimistic send and retry', () => {
  it('a message whose receipt is lost is sent again, and is one message and one bubble', async () => {
    const between = betweenSockets()
    const page = await pages.open({ before: between.stand })
    await openChat(page, pages.relay())
    await say(page, 'First')
    between.pass(frame => !/"(ack|entries)"/.test(frame))
    await page.getByRole('textbox', { name: 'Write a message' }).fill('Second')
    await page.keyboard.press('Enter')
    const sends = () => pages.relay().frames.filter(({ type }) => type === 'send')
    await expect.poll(() => sends().length).toBe(2)
    await page.locator('.own .state.sending').waitFor()
    between.pass(() => true)
    await between.lines.at(-1)!.page.close()
    await page.locator('.own .state.sending').waitFor({ state: 'detached' })
    await expect.poll(() => pages.relay().sockets.size).toBe(1)
    expect(await inLog(page, 'Second').count()).toBe(1)
    const kept = pages.relay().entries.filter(entry => entry.type === 'message')
    expect(kept.map(({ text }) => text)).toEqual(['First', 'Second'])
  })

  it('a message that failed waits for a click, over a reload too', async () => {
    const page = await pages.open()
    await openChat(page, pages.relay())
    await say(page, 'First')
    pages.relay().refuse('unavailable')
    await page.getByRole('textbox', { name: 'Write a message' }).fill('Second')
    await page.keyboard.press('Enter')
    const again = page.getByRole('button', { name: 'Try again' })
    await again.waitFor()
    await page.reload()
    await page.getByRole('button', { name: /^Open chat/ }).click()
    await inLog(page, 'Second').waitFor()
    await again.waitFor()
    pages.relay().refuse(undefined)
    await again.click()
    await again.waitFor({ state: 'detached' })
    await expect.poll(() => page.locator('.own .state.sent, .own .state.delivered').count()).toBe(1)
    expect(await inLog(page, 'Second').count()).toBe(1)
  })
})
