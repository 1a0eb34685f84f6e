import { setTimeout } from 'node:timers/promises'
import { brotliCompressSync } from 'node:zlib'
import type { Browser, CDPSession, Page } from 'playwright-core'

const SLOWDOWN = 4

/** What a page has cost. */
export interface Cost {
  /** Scripts fetched, and their bytes after Brotli, as the relay sends them. */
  requests: number
  bytes: number
  /** Milliseconds the processor spent on script until it was on the screen, and then while the page had nothing to do: at 4× slowdown. */
  script: number
  idle: number
  /** Milliseconds of the longest task, at 4× slowdown. */
  longestTask: number
  layoutShift: number
  /** Megabytes of script's memory that are in use at the end. */
  heap: number
}

export interface Visit {
  /** What the visitor does. Resolves when it is on the screen. */
  act(page: Page): Promise<void>
  /** What has happened before, at the machine's own speed: it is not counted. */
  prepare?(page: Page): Promise<void>
  /** What the browser remembers of the site. */
  stored?: Record<string, unknown>
}

/** Opens a page in a browser that has not been there before, does something, and says what it cost. */
export async function visit(
  browser: Browser,
  url: string,
  { act, prepare, stored = {} }: Visit
): Promise<Cost> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  try {
    const page = await context.newPage()
    await page.addInitScript(remember, stored)
    await page.addInitScript(watchTasks)
    const weigh = weighScripts(page)
    const cdp = await page.context().newCDPSession(page)
    // Of the page's own thread: what else the machine does is not counted.
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
    if (!prepare) await slowDown(cdp)
    await page.goto(url, { waitUntil: 'load' })
    if (prepare) {
      await prepare(page)
      await settle(page)
      await page.evaluate(forgetTasks)
      await slowDown(cdp)
    }
    const before = prepare ? await scriptTime(cdp) : 0
    await act(page)
    const shown = await scriptTime(cdp)
    await settle(page)
    const [script, idle] = [shown - before, (await scriptTime(cdp)) - shown]
    const [weight, told] = [await weigh(), await page.evaluate(seen)]
    return { ...weight, script, idle, ...told, heap: await heapOf(cdp) }
  } finally {
    await context.close()
  }
}

/** In the page. */
function remember(stored: Record<string, unknown>): void {
  for (const [key, value] of Object.entries(stored)) {
    localStorage.setItem(key, JSON.stringify(value))
  }
}

interface LayoutShift extends PerformanceEntry {
  value: number
  hadRecentInput: boolean
}

interface Seen {
  longestTask: number
  layoutShift: number
}

/** In the page, before everything else. */
function watchTasks(): void {
  const seen: Seen = { longestTask: 0, layoutShift: 0 }
  Object.assign(window, { seen })
  const watch = (type: string, note: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver(list => list.getEntries().forEach(note)).observe({
      type,
      buffered: true
    })
  watch('longtask', ({ duration }) => {
    seen.longestTask = Math.max(seen.longestTask, duration)
  })
  // As browsers count it for a page: what follows a key or a click is its answer.
  watch('layout-shift', entry => {
    const { value, hadRecentInput } = entry as LayoutShift
    if (!hadRecentInput) seen.layoutShift += value
  })
}

/** In the page, at the end. */
const seen = (): Seen => (window as unknown as { seen: Seen }).seen

/** In the page: what it has done so far is forgotten. */
const forgetTasks = () => {
  ;(window as unknown as { seen: Seen }).seen.longestTask = 0
}

/**
 * What waits for an idle moment fetches code, and that waits for the next one. Observers report after the task they saw,
 * too: after half a second and one more idle moment everything is told.
 */
async function settle(page: Page): Promise<void> {
  await setTimeout(500)
  await page.evaluate(() => new Promise(resolve => requestIdleCallback(resolve, { timeout: 2000 })))
}

const slowDown = (cdp: CDPSession) => cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN })

async function measure(cdp: CDPSession, metric: string): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === metric)?.value ?? 0
}

const scriptTime = async (cdp: CDPSession) => (await measure(cdp, 'ScriptDuration')) * 1000

async function heapOf(cdp: CDPSession): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage')
  return (await measure(cdp, 'JSHeapUsedSize')) / 1e6
}

/** Counts every script the page fetches: the loader and its parts. */
function weighScripts(page: Page): () => Promise<Pick<Cost, 'requests' | 'bytes'>> {
  const bodies: Promise<Buffer>[] = []
  page.on('response', response => {
    if (response.request().resourceType() === 'script') bodies.push(response.body())
  })
  return async () => {
    const sizes = (await Promise.all(bodies)).map(body => brotliCompressSync(body).length)
    return { requests: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) }
  }
}
