import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { DOT } from '../doubles/pictures.ts'
import { openChat, openConversation, say } from './town.ts'
import { useTown } from './use-town.ts'

const town = useTown()

/** Opens the sheet on one kind. */
async function open(inbox: Page, kind: 'Choices' | 'Cards' | 'Form') {
  await inbox.getByRole('button', { name: 'Ask or show…' }).click()
  const sheet = inbox.getByRole('dialog', { name: 'Ask or show' })
  await sheet.getByRole('radio', { name: kind }).check()
  return sheet
}

/** A choice, tapped. */
async function chooseColour(inbox: Page, shop: Page) {
  const thread = inbox.getByRole('log')
  const choices = await open(inbox, 'Choices')
  await choices.getByLabel('Your question').fill('Which colour?')
  await choices.getByLabel('Choice 1').fill('Sand')
  await choices.getByLabel('Choice 2').fill('Moss')
  await choices.getByText('On the site they are buttons.').waitFor()
  await choices.getByRole('button', { name: 'Send it' }).click()
  await shop.getByRole('button', { name: 'Moss' }).click()
  await thread.getByText('(chosen)').waitFor({ state: 'attached' })
  expect(await thread.locator('.is-chosen').textContent()).toContain('Moss')
}

/** A card with a picture, of which a button answers. */
async function lookAtCard(inbox: Page, shop: Page) {
  const thread = inbox.getByRole('log')
  const cards = await open(inbox, 'Cards')
  await cards.getByLabel('Title').fill('Morgon')
  const picture = { name: 'mug.png', mimeType: 'image/png', buffer: DOT }
  await cards.getByLabel('Add a picture').setInputFiles(picture)
  await cards.getByText('Uploading…').waitFor({ state: 'detached' })
  await cards.getByRole('button', { name: /^Add a button/ }).click()
  await cards.getByLabel('Button 1', { exact: true }).fill('This one')
  await cards.getByRole('button', { name: 'Send it' }).click()
  const card = shop.locator('segue-widget .card')
  await card.getByText('Morgon').waitFor()
  // The picture is there for both, and is one.
  for (const image of [card.locator('img'), thread.locator('.shown-card img')]) {
    await image.scrollIntoViewIfNeeded()
    await expect
      .poll(() => image.evaluate(element => (element as HTMLImageElement).naturalWidth))
      .toBe(1)
  }
  await card.getByRole('button', { name: 'This one' }).click()
  await thread.locator('.shown-card .is-chosen').waitFor()
}

/** A form, filled in. */
async function fillInForm(inbox: Page, shop: Page) {
  const thread = inbox.getByRole('log')
  const form = await open(inbox, 'Form')
  await form.getByLabel('Your question').fill('Whom shall we write to?')
  await form.getByLabel('Question', { exact: true }).fill('E-mail')
  await form.getByLabel('Answered with').selectOption('email')
  await form.getByLabel('Must be answered').check()
  await form.getByLabel('Words on the button').fill('That is me')
  await form.getByRole('button', { name: 'Send it' }).click()
  await shop.getByLabel('E-mail').fill('kim@shop.example')
  await shop.getByRole('button', { name: 'That is me' }).click()
  await thread.locator('.shown-form').getByText('kim@shop.example').waitFor()
  await thread.getByText('Answered', { exact: true }).waitFor()
}

it('what an agent asks from the inbox is answered in the shop, and seen in the inbox', {
  timeout: 90_000
}, async () => {
  const shop = await town().openShop()
  await openChat(shop)
  await say(shop, 'Which mug do I want?')
  const inbox = await town().openInbox()
  await openConversation(inbox, 'Which mug do I want?')
  await chooseColour(inbox, shop)
  await lookAtCard(inbox, shop)
  await fillInForm(inbox, shop)
})
