import { expect, it } from 'vitest'
import { useWidgetPages } from '../../doubles/use-widget-pages.ts'
import { fieldOf, launcherOf, panelOf } from '../../doubles/widget-pages.ts'

const pages = useWidgetPages()

const WHY = 'https://elsewhere.example is not one of the origins of the site "shop".'

it('says on a page that the relay refuses that the chat is not available, and in the console why, once', async () => {
  const relay = pages.relay()
  relay.forbid(WHY)
  const asked = () => relay.heard.filter(({ path }) => path === '/v1/session').length
  const page = await pages.open()
  await launcherOf(page).click()
  const line = panelOf(page).getByText('The chat is not available here.')
  await line.waitFor()
  expect(await panelOf(page).getByText('Reconnecting').count()).toBe(0)
  expect(await panelOf(page).getByText('Usually replies').count()).toBe(0)

  await fieldOf(page).fill('Is it blue?')
  await fieldOf(page).press('Enter')
  await page.locator('.own .bubble').waitFor()
  await expect.poll(asked).toBe(2)
  // What brings a lost connection back brings nothing here.
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await line.waitFor()
  const told = page.complaints.filter(text => !text.startsWith('Failed to load resource'))
  expect(told).toEqual([`[segue] ${WHY}`])
  expect(asked()).toBe(2)

  relay.forbid(undefined)
  await page.reload()
  await launcherOf(page).click()
  await page.locator('.own .state.sent').waitFor()
  expect(relay.entries).toMatchObject([{ text: 'Is it blue?' }])
})
