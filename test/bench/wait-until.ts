import { setTimeout } from 'node:timers/promises'
import type { Page } from 'playwright-core'

/** Waits without a script of the tool's in the page: those that wait for a frame, or watch a click, would be counted. */
export async function waitUntil(
  page: Page,
  isSo: (text: string) => boolean,
  text = ''
): Promise<void> {
  const late = Date.now() + 60_000
  while (!(await page.evaluate(isSo, text))) {
    if (Date.now() > late) throw new Error(`The page never got to: ${isSo.name} ${text}`)
    await setTimeout(30)
  }
}
