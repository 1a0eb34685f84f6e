import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { findBarriers } from '../../doubles/axe.ts'
import { useWidgetPages } from '../../doubles/use-widget-pages.ts'
import { WIDGET_STATES } from '../../doubles/widget-states.ts'

const pages = useWidgetPages()

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
const DESKTOP = { viewport: { width: 1280, height: 800 } }
const STILL = { reducedMotion: 'reduce', css: ':root{color-scheme:light dark}' } as const
const ARABIC = { html: 'lang="ar" dir="rtl"', locale: 'ar' }

type Media = Parameters<Page['emulateMedia']>[0]
const LOOKS: Record<string, Media> = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  'forced colours': { colorScheme: 'dark', forcedColors: 'active' }
}

/** Leads a page through every state, and asks at each. What it is told is named after the state. */
async function walk(page: Page, ask: (state: string) => Promise<string[]>): Promise<string[]> {
  const found: string[] = []
  for (const [state, enter] of Object.entries(WIDGET_STATES)) {
    await enter(page, pages.relay())
    found.push(...(await ask(state)).map(one => `${state}: ${one}`))
  }
  return found
}

describe('axe finds nothing at WCAG 2.2 A and AA', { timeout: 120_000 }, () => {
  it.each([
    ['a phone', PHONE, LOOKS],
    ['a desktop', DESKTOP, LOOKS],
    ['a phone, from right to left', { ...PHONE, ...ARABIC }, { light: LOOKS.light }],
    ['a desktop, from right to left', { ...DESKTOP, ...ARABIC }, { light: LOOKS.light }]
  ] as const)('on %s, in any state and look', async (_, size, looks) => {
    const page = await pages.open({ ...STILL, ...size })
    const found = await walk(page, async () => {
      const barriers: string[] = []
      for (const [look, media] of Object.entries(looks)) {
        await page.emulateMedia(media ?? {})
        barriers.push(...(await findBarriers(page)).map(one => `${look}: ${one}`))
      }
      return barriers
    })
    expect(found).toEqual([])
  })
})

/** What a reader sets who cannot tell letters and lines apart otherwise (WCAG 1.4.12). */
const SPACED = `
  * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
  p { margin-block-end: 2em !important }`

/** Everything in the panel that is cut off, wider than its place, or off the screen. */
const lossesIn = (page: Page) =>
  page.locator('segue-widget .panel').evaluateAll(panels =>
    panels.flatMap(panel => {
      const nameOf = (element: Element) =>
        `${element.localName}.${element.className} ${(element.textContent ?? '').slice(0, 30)}`
      const shown = [panel, ...panel.querySelectorAll('*')].filter(
        element => !element.closest('.unseen') && element.clientWidth > 0
      )
      const isCut = (element: Element) => {
        const { overflowX, overflowY, display } = getComputedStyle(element)
        if (display === 'inline') return false
        const isWide = element.scrollWidth > element.clientWidth + 1 && overflowX !== 'auto'
        const isHigh = element.scrollHeight > element.clientHeight + 1
        return isWide || (isHigh && /hidden|clip/.test(overflowY))
      }
      const frame = panel.getBoundingClientRect()
      const scrolls = getComputedStyle(panel).overflowY === 'auto'
      const isOut = (element: Element) => {
        if (scrolls) return false
        if (
          !element.matches('button, textarea, input, a') ||
          element.closest('.log, .sheet, .talks, .before')
        )
          return false
        const { top, bottom, left, right } = element.getBoundingClientRect()
        return top < frame.top || bottom > frame.bottom || left < frame.left || right > frame.right
      }
      return [
        ...shown.filter(isCut).map(element => `cut ${nameOf(element)}`),
        ...shown.filter(isOut).map(element => `out ${nameOf(element)}`),
        ...(document.documentElement.scrollWidth > innerWidth ? ['the page is wider'] : [])
      ]
    })
  )

describe('nothing is lost or out of reach', { timeout: 60_000 }, () => {
  it.each([
    ['at 320 pixels, which is 400 %', { viewport: { width: 320, height: 256 } }, ''],
    ['at 200 %', { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 }, ''],
    ['with letters, words and lines far apart', DESKTOP, SPACED],
    ['with them far apart on a phone', PHONE, SPACED],
    ['with them far apart in Arabic', { ...PHONE, ...ARABIC }, SPACED]
  ])('%s', async (_, size, css) => {
    const page = await pages.open({ ...STILL, ...size })
    await page.evaluate(text => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(text)
      const root = document.querySelector('segue-widget')!.shadowRoot!
      // After the panel has brought its own.
      Object.assign(window, { space: () => root.adoptedStyleSheets.push(sheet) })
    }, css)
    const found = await walk(page, async () => {
      await page.evaluate(() => (window as never as { space(): void }).space())
      await page.evaluate(() => new Promise(requestAnimationFrame))
      return lossesIn(page)
    })
    expect(found).toEqual([])
  })
})
