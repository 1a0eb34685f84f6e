import { expect, it } from 'vitest'
import { NOON, said } from '../../doubles/entries.ts'
import { useWidgetPages } from '../../doubles/use-widget-pages.ts'
import { openChat, panelOf } from '../../doubles/widget-pages.ts'

const pages = useWidgetPages()

it('mails a conversation that has ended', async () => {
  pages.relay().tell({ transcript: true })
  const page = await pages.open({ viewport: { width: 320, height: 640 } })
  await openChat(page, pages.relay())
  pages
    .relay()
    .append(said('visitor', 'Hi', { at: Date.now() }), said('agent', 'Hello', { at: Date.now() }), {
      type: 'state',
      at: NOON,
      state: 'closed'
    })
  await panelOf(page).getByRole('button', { name: 'Get a copy by e-mail' }).click()
  const field = panelOf(page).getByRole('textbox', { name: 'Your e-mail address' })
  await field.fill('maja@post.example')
  const box = (await field.boundingBox())!
  expect(box.height).toBeGreaterThanOrEqual(44)
  await field.press('Enter')
  await panelOf(page).getByText('A copy is on its way to').waitFor()
  const asked = pages.relay().heard.find(({ path }) => path === '/v1/transcript')
  const timeZone = await page.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone)
  expect(asked?.body).toEqual({ email: 'maja@post.example', timeZone })
  expect(page.complaints).toEqual([])
})
