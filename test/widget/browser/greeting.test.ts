import type { Greeting } from '@segue/sdk'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { findBarriers } from '../../doubles/axe.ts'
import { useWidgetPages } from '../../doubles/use-widget-pages.ts'
import { launcherOf, panelOf } from '../../doubles/widget-pages.ts'

const pages = useWidgetPages()

const TEXT = 'Can I help you choose?'
const bubble = (page: Page) => page.getByRole('button', { name: TEXT })

function openWith(...greetings: Partial<Greeting>[]) {
  pages.relay().greet(greetings.map((greeting, i) => ({ id: `g${i}`, text: TEXT, ...greeting })))
  return pages.open({ tag: 'data-greet' })
}

describe('a greeting', () => {
  it('shows beside the launcher, moves nothing, takes no focus and stores nothing', async () => {
    const page = await openWith({})
    await bubble(page).waitFor()
    expect(await findBarriers(page)).toEqual([])
    const state = await page.evaluate(async () => {
      const shifts: number[] = []
      new PerformanceObserver(list => {
        for (const entry of list.getEntries() as unknown as { value: number }[]) {
          shifts.push(entry.value)
        }
      }).observe({ type: 'layout-shift', buffered: true })
      await new Promise(resolve => setTimeout(resolve, 50))
      return { shifts, focus: document.activeElement?.tagName, stored: localStorage.length }
    })
    expect(state).toEqual({ shifts: [], focus: 'BODY', stored: 0 })
    expect(page.complaints).toEqual([])
  })

  it('opens the chat that goes on with it', async () => {
    const page = await openWith({})
    await bubble(page).click()
    await panelOf(page).waitFor()
    await page.locator('.greeting', { hasText: TEXT }).waitFor()
    expect(await bubble(page).count()).toBe(0)
  })

  it('never comes back after a no, on this page or the next', async () => {
    const page = await openWith({})
    await bubble(page).waitFor()
    await page.getByRole('button', { name: 'No, thank you' }).click()
    expect(await bubble(page).count()).toBe(0)
    await page.reload()
    await launcherOf(page).waitFor()
    await page.waitForFunction(
      () => new Promise(resolve => requestIdleCallback(() => resolve(true)))
    )
    expect(pages.relay().heard.filter(({ path }) => path.includes('greetings'))).toHaveLength(1)
  })

  it('waits for what the page tracks, and for how far it was read', async () => {
    const page = await openWith({ event: 'Searched', scrolledPercent: 90 })
    await page.evaluate(
      () => window.segue && 'track' in window.segue && window.segue.track('Searched')
    )
    expect(await bubble(page).count()).toBe(0)
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
    await bubble(page).waitFor()
  })

  it('gives way when the visitor opens the chat by themselves', async () => {
    const page = await openWith({})
    await bubble(page).waitFor()
    await launcherOf(page).click()
    await panelOf(page).waitFor()
    expect(await bubble(page).count()).toBe(0)
  })

  it('is not even asked for on a site that does not greet', async () => {
    pages.relay().greet([{ id: 'g', text: TEXT }])
    const page = await pages.open()
    await page.waitForFunction(
      () => new Promise(resolve => requestIdleCallback(() => resolve(true)))
    )
    expect(pages.relay().heard.filter(({ path }) => path.includes('greetings'))).toEqual([])
  })
})
