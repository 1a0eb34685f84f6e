import type { BeforeForm } from '@segue/sdk'
import type { Locator } from 'playwright-core'
import { expect, it } from 'vitest'
import { useWidgetPages } from '../../doubles/use-widget-pages.ts'
import { fieldOf, launcherOf, openChat, panelOf } from '../../doubles/widget-pages.ts'

const pages = useWidgetPages()

const before: BeforeForm = {
  required: true,
  fields: [
    { id: 'name', type: 'text', required: true },
    { id: 'email', type: 'email', required: true },
    { id: 'terms', type: 'checkbox', label: 'I agree', required: true }
  ]
}

/** The keyboard is where one writes: what is typed before that goes nowhere. */
const untilFocused = (field: Locator) =>
  expect.poll(() => field.evaluate(at => at.matches(':focus'))).toBe(true)

it('asks by keyboard alone what a site wants to know, keeps it across a reload, and sends it with the first message', async () => {
  const relay = pages.relay()
  relay.tell({ before })
  const page = await pages.open()
  await launcherOf(page).click()
  const name = panelOf(page).getByRole('textbox', { name: 'Name' })
  await untilFocused(name)
  expect(await fieldOf(page).count()).toBe(0)
  await page.keyboard.type('Maja')
  await page.keyboard.press('Enter')
  const email = panelOf(page).getByRole('textbox', { name: 'E-mail' })
  await untilFocused(email)
  expect(await email.getAttribute('aria-invalid')).toBe('true')

  await page.reload()
  await launcherOf(page).click()
  await name.waitFor()
  expect(await name.inputValue()).toBe('Maja')
  await email.fill('maja@shop.example')
  await panelOf(page).getByRole('checkbox', { name: 'I agree' }).press('Space')
  await page.keyboard.press('Enter')
  await untilFocused(fieldOf(page))
  await page.keyboard.type('Is the mug in stock?')
  await page.keyboard.press('Enter')
  await page.locator('.own .state.sent').waitFor()
  const sent = relay.frames.filter(frame => frame.type === 'send')
  const traits = { name: 'Maja', email: 'maja@shop.example', terms: true }
  expect(sent).toMatchObject([{ text: 'Is the mug in stock?', traits }])
  expect(page.complaints).toEqual([])
})

it('stores and asks nothing before the first click', async () => {
  const relay = pages.relay()
  relay.tell({ before })
  const page = await pages.open()
  const stored = await page.evaluate(() => localStorage.length + sessionStorage.length)
  expect(stored).toBe(0)
  expect(relay.heard.map(({ path }) => path)).toEqual(['/widget.js'])
})

it('asks when the relay wants to know more first, and sends what was written with the answers', async () => {
  const relay = pages.relay()
  const page = await pages.open()
  await openChat(page, relay)
  // The site has changed since the page opened its session.
  const [name] = before.fields
  relay.tell({ before: { required: true, fields: [name!] } })
  relay.refuse('unanswered')
  await fieldOf(page).fill('Is the mug in stock?')
  await fieldOf(page).press('Enter')
  await untilFocused(panelOf(page).getByRole('textbox', { name: 'Name' }))
  expect(await panelOf(page).locator('.own .bubble').count()).toBe(1)
  expect(await fieldOf(page).count()).toBe(0)
  relay.tell({})
  relay.refuse(undefined)
  await page.keyboard.type('Maja')
  await page.keyboard.press('Enter')
  await page.locator('.own .state.sent').waitFor()
  const sent = relay.frames.filter(frame => frame.type === 'send')
  expect(sent.at(-1)).toMatchObject({ text: 'Is the mug in stock?', traits: { name: 'Maja' } })
  expect(new Set(sent.map(({ cid }) => cid)).size).toBe(1)
  await fieldOf(page).waitFor()
  expect(page.complaints).toEqual([])
})
