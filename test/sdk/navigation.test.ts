import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openExitSite } from '../doubles/exit-site.ts'
import {
  goAndComeBack,
  kill,
  openExitBrowser,
  openStage,
  type Stage,
  send,
  sendAndGo,
  setVisible
} from '../doubles/exits.ts'

let browser: Browser
let site: Awaited<ReturnType<typeof openExitSite>>

beforeAll(async () => {
  ;[browser, site] = await Promise.all([openExitBrowser(), openExitSite(['segue'])])
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

const it = test.extend<{ stage: Stage }>({
  // biome-ignore lint/correctness/noEmptyPattern: it needs none of the others.
  stage: async ({}, use) => {
    const stage = await openStage(browser, site, 'segue')
    await use(stage)
    await stage.close()
  }
})

/** What this browser has not yet forgotten of its events. */
const kept = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter(key => key.includes(':event:')).length)

/** Waits until the client has heard of every event that the relay has it; then it was on the wire once. */
async function expectOnce({ recorder }: Stage, page: Page, count: number): Promise<void> {
  await vi.waitFor(async () => expect(await kept(page)).toBe(0), { timeout: 90_000, interval: 100 })
  expect(recorder.counts()).toEqual({ unique: count, wire: count })
}

// Most of it is waiting: for a relay far away, and for what another tab may still be sending.
describe.concurrent('events, with the relay 300 ms away', { timeout: 100_000 }, () => {
  it.for([2_000, 20_000])(
    'of %i bytes arrive once when the page goes in the same task',
    async (bytes, { stage }) => {
      const page = await stage.open()
      await sendAndGo(page, 5, bytes)
      await expectOnce(stage, page, 5)
    }
  )

  it('arrive once when the tab is hidden and shown, again and again', async ({ stage }) => {
    const page = await stage.open()
    await send(page, 5, 2_000)
    for (const visible of [false, true, false, true]) await setVisible(page, visible)
    await send(page, 5, 20_000)
    for (const visible of [false, true]) await setVisible(page, visible)
    await expectOnce(stage, page, 10)
  })

  it('arrive once when the visitor comes back by the back button, to the page as it was left', async ({
    stage
  }) => {
    let isSame = false
    for (let tries = 0; tries < 4 && !isSame; tries++) {
      const page = await stage.open()
      await send(page, 5, 20_000)
      isSame = await goAndComeBack(page, `${site.url}/elsewhere`)
      await expectOnce(stage, page, 5 * (tries + 1))
      await page.close()
    }
    expect(isSame).toBe(true)
  })

  it('arrive once when the page is killed', async ({ stage }) => {
    const page = await stage.open()
    await send(page, 5, 20_000)
    await kill(page)
    await expectOnce(stage, await stage.open(), 5)
  })

  it('arrive once when what was sent beside the page never came through', async ({ stage }) => {
    const page = await stage.open()
    stage.cut(true)
    await sendAndGo(page, 5, 2_000)
    stage.cut(false)
    await expectOnce(stage, page, 5)
  })

  it('arrive once when ten tabs that had no network are opened again together', async ({
    stage
  }) => {
    const open = () => Promise.all(Array.from({ length: 10 }, () => stage.open()))
    const closed = await open()
    stage.cut(true)
    await Promise.all(closed.map(tab => send(tab, 5, 2_000)))
    await Promise.all(closed.map(tab => tab.close()))
    stage.cut(false)
    const [tab] = await open()
    await expectOnce(stage, tab!, 50)
  })

  it('wait while there is no network, and arrive once when there is', async ({ stage }) => {
    const page = await stage.open()
    await stage.context.setOffline(true)
    const failed = page.waitForEvent('requestfailed')
    await send(page, 50, 2_000)
    await failed
    await stage.context.setOffline(false)
    await expectOnce(stage, page, 50)
  })
})
