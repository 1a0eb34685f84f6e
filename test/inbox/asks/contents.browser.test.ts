import { describe, expect, it } from 'vitest'
import { DOT } from '../../doubles/pictures.ts'
import { useSheet } from './use-sheet.ts'

const { inbox, sheet, type, open, sent } = useSheet()

describe('cards', () => {
  it('are sent with a picture, answers and links, and drawn in the thread', async () => {
    const { page } = inbox()
    await open()
    await sheet().getByRole('radio', { name: 'Cards' }).check()
    await sheet().getByLabel('Title').fill('Morgon')
    const picture = { name: 'mug.png', mimeType: 'image/png', buffer: DOT }
    await sheet().getByLabel('Add a picture').setInputFiles(picture)
    await sheet().getByText('mug.png').waitFor()
    const add = sheet().getByRole('button', { name: /^Add a button/ })
    await add.click()
    await type('This one')
    await add.click()
    await type('See it')
    await sheet().getByLabel('What button 2 does').selectOption('link')
    const page2 = sheet().getByLabel('Address of the page of button 2')
    await page2.fill('not a page')
    await sheet().getByRole('button', { name: 'Send it' }).click()
    expect(await page2.getAttribute('aria-invalid')).toBe('true')
    await page2.fill('shop.example/mug')
    await sheet().getByRole('button', { name: 'Send it' }).click()
    expect(await sent()).toMatchObject({
      content: {
        cards: [
          {
            title: 'Morgon',
            image: { name: 'mug.png' },
            buttons: [
              { id: 'c1-1', title: 'This one' },
              { title: 'See it', url: 'https://shop.example/mug' }
            ]
          }
        ]
      }
    })
    const card = page.locator('.shown-card')
    expect(await card.locator('.shown-title').textContent()).toBe('Morgon')
    expect(await card.getByRole('link', { name: /See it/ }).getAttribute('href')).toBe(
      'https://shop.example/mug'
    )
  })
})

describe('a form', () => {
  it('shows its questions, and what was answered once it is', async () => {
    const { page, api } = inbox()
    await open()
    await sheet().getByRole('radio', { name: 'Form' }).check()
    await sheet().getByLabel('Your question').fill('Whom shall we write to?')
    await sheet().getByLabel('Question', { exact: true }).fill('Your name')
    await sheet().getByLabel('Must be answered').check()
    await sheet()
      .getByRole('button', { name: /^Add a question/ })
      .click()
    const second = sheet().getByRole('group', { name: 'question 2' })
    await second.getByLabel('Question', { exact: true }).fill('Size')
    await second.getByLabel('Answered with').selectOption('choice')
    await second.getByLabel('Choices, one a line').fill('Small\nLarge')
    await sheet().getByLabel('Words on the button').fill('Go')
    await sheet().getByRole('button', { name: 'Send it' }).click()
    const asked = await sent()
    expect(asked).toMatchObject({
      content: {
        submit: 'Go',
        fields: [
          { id: 'q1', label: 'Your name', type: 'text', required: true },
          { id: 'q2', label: 'Size', type: 'choice', choices: ['Small', 'Large'] }
        ]
      }
    })
    await page.getByText('Not answered yet').waitFor()
    const to = (asked as { id: string }).id
    api.desk.append('per', {
      ...{ type: 'message', id: 'a1', from: 'visitor', text: 'Your name: Kim' },
      on: { account: 'web', network: 'web' },
      answer: { to, values: [{ id: 'q1', label: 'Your name', value: 'Kim' }] }
    })
    await page.getByText('Answered', { exact: true }).waitFor()
    expect(await page.locator('.shown-form dd').allTextContents()).toEqual(['Kim', 'left empty'])
  })
})
