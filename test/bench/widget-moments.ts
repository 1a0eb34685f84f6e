import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync, constants } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { openChromium } from '../doubles/chromium.ts'

const RUNS = 5
const SLOWDOWN = 4

/** What one page cost at one moment. Times in milliseconds at four times slowdown, bytes after brotli. */
export interface Moment {
  name: string
  requests: number
  bytes: number
  script: number
  longestTask: number
  layoutShift: number
}

interface Options {
  relay: string
  site: string
  /** Where the page must be, so that the relay lets it in. */
  port: number
  /** A visitor with a long conversation. */
  longVisitor: { visitor: string; secret: string }
}

/** Measures the widget on an empty page, closed, open, and open with a long conversation: the median of five runs each. */
export async function measureWidget(options: Options): Promise<Moment[]> {
  const html = `<!doctype html><html lang="en"><title>Bench</title><h1>A page</h1><script src="${options.relay}/widget.js" data-site="${options.site}" async></script>`
  const server = createServer((_, res) => res.setHeader('content-type', 'text/html').end(html))
  server.listen(options.port, '127.0.0.1')
  await once(server, 'listening')
  const browser = await openChromium()
  try {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
    return [
      await median('closed', () => visit(browser, url, async () => {})),
      await median('open', () => visit(browser, url, open)),
      await median('open, 500 messages', () =>
        visit(browser, url, openLong, {
          [`segue:${options.site}`]: { ...options.longVisitor, live: false }
        })
      )
    ]
  } finally {
    await browser.close()
    server.close()
  }
}

async function open(page: Page): Promise<void> {
  await page.locator('button').first().click()
  await page.locator('textarea').waitFor()
}

async function openLong(page: Page): Promise<void> {
  await open(page)
  await page.getByText('message 500', { exact: true }).last().waitFor()
}

async function visit(
  browser: Browser,
  url: string,
  act: (page: Page) => Promise<void>,
  stored: Record<string, unknown> = {}
): Promise<Omit<Moment, 'name'>> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  await page.addInitScript(entries => {
    for (const [key, value] of Object.entries(entries)) {
      localStorage.setItem(key, JSON.stringify(value))
    }
    const seen = { tasks: [] as number[], shift: 0 }
    Object.assign(window, { seen })
    new PerformanceObserver(list => {
      for (const entry of list.getEntries()) seen.tasks.push(entry.duration)
    }).observe({ type: 'longtask', buffered: true })
    new PerformanceObserver(list => {
      for (const entry of list.getEntries())
        seen.shift += (entry as unknown as { value: number }).value
    }).observe({ type: 'layout-shift', buffered: true })
  }, stored)
  const bodies: Promise<number>[] = []
  page.on('response', response => {
    if (!/\.(js|css)$/.test(new URL(response.url()).pathname)) return
    bodies.push(response.body().then(compressedSize))
  })
  const cdp = await context.newCDPSession(page)
  await cdp.send('Performance.enable')
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN })
  await page.goto(url, { waitUntil: 'load' })
  await page.locator('button').first().waitFor()
  await act(page)
  // What an idle moment later is still counted: observers report after the task they saw.
  await page.evaluate(() => new Promise(resolve => requestIdleCallback(resolve, { timeout: 2000 })))
  const { metrics } = await cdp.send('Performance.getMetrics')
  const script = metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0
  const seen = await page.evaluate(
    () => (window as unknown as { seen: { tasks: number[]; shift: number } }).seen
  )
  const sizes = await Promise.all(bodies)
  await context.close()
  return {
    requests: sizes.length,
    bytes: sizes.reduce((sum, size) => sum + size, 0),
    script: script * 1000,
    longestTask: Math.max(0, ...seen.tasks),
    layoutShift: seen.shift
  }
}

const compressedSize = (body: Buffer): number =>
  brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length

async function median(name: string, run: () => Promise<Omit<Moment, 'name'>>): Promise<Moment> {
  const runs: Omit<Moment, 'name'>[] = []
  for (let n = 0; n < RUNS; n++) runs.push(await run())
  const middle = (key: keyof Omit<Moment, 'name'>) =>
    runs.map(result => result[key]).toSorted((a, b) => a - b)[Math.floor(RUNS / 2)]!
  return {
    name,
    requests: middle('requests'),
    bytes: middle('bytes'),
    script: middle('script'),
    longestTask: middle('longestTask'),
    layoutShift: middle('layoutShift')
  }
}
