import { expect, it } from 'vitest'
import { findBarriers } from '../doubles/axe.ts'
import { answer, openChat, openConversation, say } from './town.ts'
import { useTown } from './use-town.ts'

const town = useTown()

it('an agent changes what was said on the site, and takes it back', {
  timeout: 90_000
}, async () => {
  const shop = await town().openShop()
  const inbox = await town().openInbox()
  await openChat(shop)
  await say(shop, 'What is the mug?')
  await openConversation(inbox, 'What is the mug?')
  await answer(inbox, 'It is 10 kronor.')
  const log = shop.getByRole('log')
  await log.getByText('It is 10 kronor.').waitFor()

  await inbox.getByRole('log').getByText('It is 10 kronor.').hover()
  await inbox.getByRole('button', { name: 'Change this message' }).click()
  await inbox.getByLabel('What it says').fill('It is 249 kronor.')
  expect(await findBarriers(inbox)).toEqual([])
  await inbox.getByRole('button', { name: 'Save' }).click()
  await log.getByText('It is 249 kronor.').waitFor()
  await log.getByText('Changed').waitFor()
  expect(await log.getByText('10 kronor').count()).toBe(0)

  await inbox.getByRole('button', { name: 'Change this message' }).click()
  await inbox.getByRole('button', { name: 'Take it back' }).click()
  await log.getByText('This message was taken back').waitFor()
  await inbox.getByRole('log').getByText('This message was taken back').waitFor()
  expect(await inbox.getByRole('button', { name: 'Change this message' }).count()).toBe(0)
  await shop.reload()
  await openChat(shop)
  await log.getByText('This message was taken back').waitFor()
  expect(await log.getByText('kronor').count()).toBe(0)
})
