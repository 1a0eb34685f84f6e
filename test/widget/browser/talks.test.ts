import { expect, it } from 'vitest'
import { useWidgetPages } from '../../doubles/use-widget-pages.ts'
import { launcherOf, openChat, panelOf } from '../../doubles/widget-pages.ts'

const pages = useWidgetPages()

it('says when each conversation was, also to who has said nothing in the chat itself', async () => {
  const page = await pages.open()
  await openChat(page, pages.relay())
  await page.reload()
  await launcherOf(page).click()
  await panelOf(page).getByRole('button', { name: 'Your conversations' }).click()
  const moments = page.locator('segue-widget .talks time')
  await expect.poll(async () => (await moments.allTextContents()).filter(Boolean)).toHaveLength(2)
})
