import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { said } from '../../doubles/entries.ts'
import { useWidgetPages } from '../../doubles/use-widget-pages.ts'
import { openChat, panelOf, say } from '../../doubles/widget-pages.ts'

const pages = useWidgetPages()

/** What has the focus: its words or its name; undefined where the page has it. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const at = document.querySelector('segue-widget')?.shadowRoot?.activeElement
    return at ? (at.getAttribute('aria-label') ?? at.textContent) : undefined
  })

const press = async (page: Page, name: string | RegExp) => {
  const button = panelOf(page).getByRole('button', { name })
  await button.focus()
  await page.keyboard.press('Enter')
}

/** A visitor who has asked something. */
async function openTalk(): Promise<Page> {
  const page = await pages.open()
  await openChat(page, pages.relay())
  await say(page, 'Is it back?')
  return page
}

/** A conversation that has been answered, and has ended. */
async function openEnded(): Promise<Page> {
  const page = await openTalk()
  const ended = { type: 'state', at: Date.now(), state: 'closed' } as const
  pages.relay().append(said('agent', 'On Monday', { name: 'Anna' }), ended)
  return page
}

describe('by keyboard alone', () => {
  it('who comes back to the list is on the conversation they have read', async () => {
    const page = await openTalk()
    await press(page, 'Your conversations')
    await panelOf(page).getByText('Ended').waitFor()
    for (const back of ['Escape', 'Enter']) {
      await press(page, /Ended/)
      await panelOf(page).getByRole('button', { name: 'Back to your conversations' }).waitFor()
      if (back === 'Enter') await press(page, 'Back to your conversations')
      else await page.keyboard.press('Escape')
      await expect.poll(() => focused(page)).toMatch(/Ended/)
    }
  })

  it('who comes back from something found has not lost what they looked for', async () => {
    const page = await openTalk()
    await press(page, 'Your conversations')
    const field = panelOf(page).getByRole('searchbox')
    await field.fill('back')
    await panelOf(page).locator('mark').waitFor()
    await press(page, /You: Is it back/)
    await panelOf(page).locator('.found').waitFor()
    await page.keyboard.press('Escape')
    await panelOf(page).locator('mark').waitFor()
    expect(await field.inputValue()).toBe('back')
    expect(await focused(page)).toBe('Your conversations')
  })

  it('who has said how it went is thanked where they are', async () => {
    pages.relay().tell({ rating: true })
    const page = await openEnded()
    await panelOf(page).getByRole('radio', { name: 'Good' }).focus()
    await page.keyboard.press('Space')
    await panelOf(page).locator('.rating button').focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => focused(page)).toBe('Thank you. It helps us.')
  })

  it('Escape leaves the field of a copy by mail, and not the chat', async () => {
    pages.relay().tell({ transcript: true })
    const page = await openEnded()
    await press(page, 'Get a copy by e-mail')
    await expect.poll(() => focused(page)).toBe('')
    await page.keyboard.press('Escape')
    await expect.poll(() => focused(page)).toBe('Get a copy by e-mail')
    await page.keyboard.press('Escape')
    await panelOf(page).waitFor({ state: 'detached' })
  })

  it('the focus stays at the line of what the browser answered', async () => {
    pages.relay().tell({ push: { key: 'no key', worker: '/segue-push.js' } })
    const page = await pages.open({
      permissions: ['notifications'],
      before: page => page.context().grantPermissions(['notifications'])
    })
    await openChat(page, pages.relay())
    await say(page, 'Is it back?')
    await press(page, 'Tell me when there is an answer')
    await panelOf(page).getByText('We could not reach the chat').waitFor()
    expect(await focused(page)).toBe('Tell me when there is an answer')
  })
})
