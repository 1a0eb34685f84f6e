import { expect, it } from 'vitest'
import { findBarriers } from '../doubles/axe.ts'
import { answer, openChat, openConversation, say } from './town.ts'
import { useTown } from './use-town.ts'

const town = useTown()

it('a visitor is asked how it went, once, when an agent has closed the conversation', {
  timeout: 90_000
}, async () => {
  const shop = await town().openShop()
  const inbox = await town().openInbox()
  await openChat(shop)
  await say(shop, 'Is it open today?')
  await openConversation(inbox, 'Is it open today?')
  await answer(inbox, 'Until six.')
  await inbox.getByRole('button', { name: 'Close', exact: true }).click()

  const question = shop.getByRole('group', { name: 'How did we do?' })
  await question.waitFor()
  expect(await findBarriers(shop)).toEqual([])
  await question.getByRole('radio', { name: 'Great' }).check()
  const log = inbox.getByRole('log')
  await log.getByText('Rated 5 of 5').waitFor()
  await shop.getByLabel('Would you tell us more?').fill('So quick')
  expect(await findBarriers(shop)).toEqual([])
  await shop.getByRole('button', { name: 'Send', exact: true }).first().click()
  await shop.getByText('Thank you. It helps us.').waitFor()
  await log.getByText('Rated 5 of 5: “So quick”').waitFor()

  await shop.reload()
  await openChat(shop)
  await shop.getByText('The chat has ended').waitFor()
  expect(await question.count()).toBe(0)
})

it('a visitor gets a copy of it by mail', {
  timeout: 90_000
}, async () => {
  const shop = await town().openShop()
  const inbox = await town().openInbox()
  await openChat(shop)
  await say(shop, 'Is the <b>blue</b> one back?')
  await openConversation(inbox, 'Is the <b>blue</b> one back?')
  await answer(inbox, 'Since this morning.')
  await inbox.getByRole('button', { name: 'Close', exact: true }).click()
  await shop.getByRole('button', { name: 'Get a copy by e-mail' }).click()
  await shop.getByLabel('Your e-mail address').fill('maja@post.example')
  await shop.getByRole('button', { name: 'Send it', exact: true }).click()
  await shop.getByText('A copy is on its way to').waitFor()
  await expect.poll(() => town().mailbox.mails.length).toBe(1)
  const [{ headers, to, parts } = {}] = town().mailbox.mails
  expect([to, headers?.get('subject')]).toEqual([['maja@post.example'], 'Your chat with Norrsken'])
  expect(parts?.[0]?.text).toMatch(/Is the <b>blue<\/b> one back\?[\s\S]*Since this morning\./)
  const mail = await town().browser.newPage()
  await mail.setContent(parts?.[1]?.text ?? '')
  await mail.getByText('Is the <b>blue</b> one back?').waitFor()
  expect(await findBarriers(mail)).toEqual([])
})
