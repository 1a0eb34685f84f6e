import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Chromium's, which moves an element as it is: its focus and how far it is scrolled go with it. */
interface Movable extends Element {
  moveBefore(element: Element, before: Element | null): void
}

/** What axe finds on a page at WCAG 2.2 A and AA, one line each: `color-contrast: .price`. */
export async function findBarriers(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(SOURCE)
  return page.evaluate(async tags => {
    const axe = (window as unknown as { axe: typeof import('axe-core') }).axe
    // Axe judges colours in the body alone, and the widget stands beside it.
    const { body, documentElement } = document
    const host = document.querySelector('html > segue-widget')
    const { inert } = body
    if (host) {
      ;(body as Element as Movable).moveBefore(host, null)
      body.inert = false
    }
    const { violations } = await axe.run({
      runOnly: { type: 'tag', values: tags },
      // Of all else it need not make a list.
      resultTypes: ['violations']
    })
    if (host) {
      body.inert = inert
      ;(documentElement as Element as Movable).moveBefore(host, null)
    }
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target}`))
  }, WCAG)
}
