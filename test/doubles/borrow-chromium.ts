import type { Browser } from 'playwright-core'
import { openChromium } from './chromium.ts'

/** By what it was asked for, as long as this worker runs: it ends with the process. */
const running = new Map<string, Promise<Browser>>()

/**
 * The worker's Chromium: to start one takes as long as a test. Close it when done; then its pages are gone, and the next
 * test file has it.
 *
 * @param without arguments of the browser's driver that are left out
 */
export async function borrowChromium(without: string[] = []): Promise<Browser> {
  const kind = without.join()
  const start = () => {
    const starting = openChromium([], without)
    running.set(kind, starting)
    return starting
  }
  const there = await running.get(kind)?.catch(() => undefined)
  const browser = there?.isConnected() ? there : await start()
  const lent: Browser = Object.create(browser)
  lent.close = async () => {
    await Promise.all(browser.contexts().map(context => context.close()))
  }
  return lent
}
