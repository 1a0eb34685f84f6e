import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { said } from '../../doubles/entries.ts'
import { useWidgetPages } from '../../doubles/use-widget-pages.ts'
import { fieldOf, launcherOf, openChat, panelOf, say } from '../../doubles/widget-pages.ts'

const pages = useWidgetPages()

const shut = (page: Page) => panelOf(page).waitFor({ state: 'detached' })
const inPanel = (page: Page, name: string) => panelOf(page).getByRole('button', { name })
const call = (page: Page, name: 'open' | 'close') =>
  page.evaluate(name => (window.segue as unknown as Record<string, () => void>)[name]!(), name)

describe('focus', () => {
  const ways: Record<string, (page: Page) => Promise<void>> = {
    'by Escape': page => page.keyboard.press('Escape'),
    'by the button in the panel': page => inPanel(page, 'Close chat').click(),
    'by the launcher': page => launcherOf(page).click(),
    'by the page': page => call(page, 'close')
  }

  it.each(Object.keys(ways))('is on the launcher again when the chat is closed %s', async way => {
    const page = await pages.open()
    await openChat(page, pages.relay())
    await expect.poll(() => focusOf(page)).toBe('TEXTAREA')
    expect(await launcherOf(page).getAttribute('aria-controls')).toBe(
      await panelOf(page).getAttribute('id')
    )
    await ways[way]!(page)
    await shut(page)
    expect(await focusOf(page)).toBe('BUTTON.launcher')
    // A closed chat is no trap: the next step leads out of it.
    await page.keyboard.press('Tab')
    expect(await focusOf(page)).not.toBe('BUTTON.launcher')
  })

  it('is where it was when a page without a launcher closes it', async () => {
    const page = await pages.open({ tag: 'data-launcher="none"' })
    await page.waitForFunction(() => window.segue && 'open' in window.segue)
    await page.getByRole('link', { name: 'About us' }).focus()
    await call(page, 'open')
    await expect.poll(() => focusOf(page)).toBe('TEXTAREA')
    await page.keyboard.press('Escape')
    await shut(page)
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('About us')
  })

  it('is seen wherever it is: two pixels that stand out', async () => {
    const page = await pages.open()
    await openChat(page, pages.relay())
    await say(page, 'Hello')
    const unseen: string[] = []
    for (let step = 0; step < 12; step++) {
      await page.keyboard.press('Shift+Tab')
      const at = await focusOf(page)
      if (at.startsWith('BODY') || at.startsWith('A')) break
      const width = await page.evaluate(() => {
        const { activeElement } = document.querySelector('segue-widget')!.shadowRoot!
        const { outlineStyle, outlineWidth } = getComputedStyle(activeElement!)
        return outlineStyle === 'none' ? 0 : Number.parseFloat(outlineWidth)
      })
      if (width < 2) unseen.push(at)
    }
    expect(unseen).toEqual([])
  })
})

const focusOf = (page: Page) =>
  page.evaluate(() => {
    const host = document.querySelector('segue-widget')
    const at = host?.shadowRoot?.activeElement ?? document.activeElement!
    return at.tagName + (at.className ? `.${at.className}` : '')
  })

describe('motion and forced colours', () => {
  it('nothing moves for who wants no motion', async () => {
    const page = await pages.open({ reducedMotion: 'reduce' })
    await openChat(page, pages.relay())
    await say(page, 'Hello')
    pages.relay().publish({ type: 'typing', name: 'Anna' })
    await page.locator('.typing').waitFor()
    const moving = () =>
      page.evaluate(
        () => document.querySelector('segue-widget')!.shadowRoot!.getAnimations().length
      )
    expect(await moving()).toBe(0)
    await page.emulateMedia({ reducedMotion: 'no-preference' })
    await expect.poll(moving).toBeGreaterThan(0)
  })

  it('the panel, the bubbles and the buttons keep their edges where colours are the reader’s', async () => {
    const page = await pages.open({ forcedColors: 'active' })
    await openChat(page, pages.relay())
    await say(page, 'Hello')
    pages.relay().append(said('agent', 'Hi', { buttons: [{ id: 'a', title: 'Today' }] }))
    await page.locator('.chip').waitFor()
    const edges = await page
      .locator('segue-widget :is(.panel, .bubble, .chip, .send, .launcher, textarea)')
      .evaluateAll(elements =>
        elements.map(element => {
          const { borderTopStyle, borderTopWidth, borderTopColor } = getComputedStyle(element)
          return [borderTopStyle, borderTopWidth, /^rgba.*, 0\)/.test(borderTopColor)].join()
        })
      )
    expect(edges.length).toBeGreaterThanOrEqual(7)
    expect(new Set(edges)).toEqual(new Set(['solid,1px,false']))
  })
})

describe('languages', () => {
  it.each([
    ['nb-NO', 'nb', 'Skriv en melding'],
    ['sv-FI', 'sv', 'Skriv ett meddelande'],
    ['pt-BR', 'en', 'Write a message']
  ])('%s fetches %s, and no other', async (tag, language, words) => {
    const page = await pages.open({ html: `lang="${tag}"` })
    await launcherOf(page).click()
    await page.getByRole('textbox', { name: words }).waitFor()
    const fetched = pages
      .relay()
      .heard.flatMap(({ path }) => /\/widget\/([a-z]{2})-/.exec(path)?.[1] ?? [])
    expect(fetched).toEqual([language])
  })
})

describe('grouping and dates', () => {
  // Four minutes, and in the middle of the Pacific midnight is between them.
  const [before, after] = [Date.UTC(2026, 10, 17, 9, 58), Date.UTC(2026, 10, 17, 10, 2)]

  it.each([
    ['Europe/Stockholm', 1, 1],
    ['Pacific/Kiritimati', 2, 2]
  ])('the days are those of %s, where the visitor is', async (timezoneId, days, groups) => {
    pages
      .relay()
      .append(
        said('agent', 'One', { name: 'Anna', at: before }),
        said('agent', 'Two', { name: 'Anna', at: after })
      )
    const page = await pages.open({ timezoneId })
    await openChat(page, pages.relay())
    await page.getByRole('log').getByText('Two').waitFor()
    expect(await page.locator('segue-widget .day').count()).toBe(days)
    expect(await page.locator('segue-widget .author').count()).toBe(groups)
    await fieldOf(page).waitFor()
  })
})
