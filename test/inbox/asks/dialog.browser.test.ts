import type { Locator } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { DOT } from '../../doubles/pictures.ts'
import { enter, useInbox } from '../open-inbox.ts'

const inbox = useInbox()

const sheet = () => inbox().page.getByRole('dialog', { name: 'Ask or show' })
const press = (...keys: string[]) =>
  keys.reduce(
    (before, key) => before.then(() => inbox().page.keyboard.press(key)),
    Promise.resolve()
  )
const type = (words: string) => inbox().page.keyboard.type(words)
const hasFocus = (field: Locator) => field.evaluate(element => element.matches(':focus'))
const values = (field: Locator) =>
  field.evaluateAll(all => all.map(one => (one as HTMLInputElement).value))
const choices = () => values(sheet().getByLabel(/^Choice \d/))

async function open(person = 'per') {
  await enter(inbox(), person)
  await press('a')
  await sheet().waitFor()
}

/** What the relay got last. */
async function sent(person = 'per') {
  await inbox().page.locator('.mark.is-sent').last().waitFor()
  return inbox()
    .api.desk.get(person)!
    .entries.findLast(({ type }) => type === 'message')
}

describe('choices', () => {
  it('are written, moved, removed and sent by keyboard alone', async () => {
    await open()
    await sheet().getByLabel('Your question').focus()
    await type('Which colour?')
    await press('Tab')
    for (const title of ['Sand', 'Moss', 'Ink']) {
      await type(title)
      await press('Enter')
    }
    await expect.poll(choices).toEqual(['Sand', 'Moss', 'Ink', ''])
    await press('Alt+ArrowUp', 'Alt+ArrowUp')
    await expect.poll(choices).toEqual(['Sand', '', 'Moss', 'Ink'])
    expect(await hasFocus(sheet().getByLabel('Choice 2'))).toBe(true)
    await sheet().getByRole('button', { name: 'Remove choice 2' }).press('Enter')
    await expect.poll(choices).toEqual(['Sand', 'Moss', 'Ink'])
    expect(await hasFocus(sheet().getByLabel('Choice 2'))).toBe(true)
    const down = sheet().getByRole('button', { name: 'Move choice 1 down' })
    await down.press('Enter')
    await sheet().getByText('The choice is now 2 of 3.').waitFor({ state: 'attached' })
    expect(await choices()).toEqual(['Moss', 'Sand', 'Ink'])
    // The button went along with its line.
    expect(await hasFocus(sheet().getByRole('button', { name: 'Move choice 2 down' }))).toBe(true)
    await press('Control+Enter')
    expect(await sent()).toMatchObject({
      text: 'Which colour?',
      content: { replies: [{ title: 'Moss' }, { title: 'Sand' }, { title: 'Ink' }] }
    })
    expect(await inbox().page.locator('.answers li').allTextContents()).toEqual([
      'Moss',
      'Sand',
      'Ink'
    ])
  })

  it('are ten at most, of twenty characters', async () => {
    await open()
    const add = sheet().getByRole('button', { name: /^Add a choice/ })
    for (let count = 2; count < 10; count++) await add.click()
    await sheet().getByText('Add a choice (10 of 10)').waitFor()
    expect(await add.getAttribute('aria-disabled')).toBe('true')
    await add.click({ force: true })
    expect(await choices()).toHaveLength(10)
    await sheet().getByLabel('Choice 10').fill('')
    await sheet().getByLabel('Choice 10').pressSequentially('x'.repeat(25))
    expect((await choices())[9]).toBe('x'.repeat(20))
    await sheet().getByText('20/20').waitFor()
  })

  it('say what is wrong where it is, and go out once it is right', async () => {
    await open()
    await sheet().getByRole('button', { name: 'Send it' }).click()
    const question = sheet().getByLabel('Your question')
    expect(await hasFocus(question)).toBe(true)
    expect(await question.getAttribute('aria-invalid')).toBe('true')
    const described = await question.getAttribute('aria-describedby')
    expect(await sheet().locator(`[id="${described}"]`).textContent()).toMatch(/Ask something/)
    await sheet().getByText('2 things are missing or wrong.').waitFor()
    await question.fill('Which?')
    await sheet().getByText('One thing is missing or wrong.').waitFor()
    await sheet().getByRole('button', { name: 'Send it' }).click()
    expect(await hasFocus(sheet().getByLabel('Choice 1'))).toBe(true)
    // Enter writes on, and sends nothing by mistake.
    await press('Enter')
    await type('This')
    expect(inbox().api.calls.some(({ path }) => path.endsWith('/messages'))).toBe(false)
    await sheet().getByRole('button', { name: 'Send it' }).click()
    await sheet().waitFor({ state: 'detached' })
    expect(await sent()).toMatchObject({ text: 'Which?' })
  })
})

describe('the sheet', () => {
  it('keeps what is written when it is closed, for each conversation', async () => {
    await open()
    await sheet().getByLabel('Your question').fill('Which colour?')
    await sheet().getByRole('radio', { name: 'Form' }).check()
    await press('Escape')
    await sheet().waitFor({ state: 'detached' })
    await open('amina')
    expect(await sheet().getByLabel('Your question').inputValue()).toBe('')
    await press('Escape')
    await open()
    expect(await sheet().getByLabel('Your question').inputValue()).toBe('Which colour?')
    expect(await sheet().getByRole('radio', { name: 'Form' }).isChecked()).toBe(true)
  })

  it('keeps what is written through a reload, with the picture that was uploaded', async () => {
    const { page } = inbox()
    await open()
    await sheet().getByLabel('Your question').fill('Which colour?')
    await sheet().getByLabel('Choice 1').fill('Sand')
    await sheet().getByRole('radio', { name: 'Cards' }).check()
    await sheet().getByLabel('Title').fill('Morgon')
    const picture = { name: 'mug.png', mimeType: 'image/png', buffer: DOT }
    await sheet().getByLabel('Add a picture').setInputFiles(picture)
    await sheet().getByText('mug.png').waitFor()
    await expect.poll(() => sheet().getByText('Uploading…').count()).toBe(0)
    await page.reload()
    await page.getByRole('button', { name: 'Ask or show…' }).click()
    expect(await sheet().getByLabel('Title').inputValue()).toBe('Morgon')
    await sheet().getByText('mug.png').waitFor()
    await sheet().getByRole('radio', { name: 'Choices' }).check()
    expect(await sheet().getByLabel('Your question').inputValue()).toBe('Which colour?')
    expect(await choices()).toContain('Sand')
    await sheet().getByRole('button', { name: 'Send it' }).click()
    await sheet().waitFor({ state: 'detached' })
    await page.reload()
    await page.getByRole('button', { name: 'Ask or show…' }).click()
    expect(await sheet().getByLabel('Your question').inputValue()).toBe('')
  })

  it('says what becomes of it where it goes, and goes where one chooses there', async () => {
    await open('ulla')
    await sheet().getByText('On WhatsApp they are buttons.').waitFor()
    await sheet().getByLabel('Goes to').selectOption('web')
    await sheet().getByText('On the site they are buttons.').waitFor()
    await sheet().getByLabel('Your question').fill('Which?')
    await sheet().getByLabel('Choice 1').fill('This')
    await press('Control+Enter')
    await expect
      .poll(() => inbox().api.desk.get('ulla')!.entries.at(-1))
      .toMatchObject({ text: 'Which?', on: { account: 'web' } })
  })

  it('gives the focus back to the button that opened it, and offers what was sent last', async () => {
    const { page } = inbox()
    await enter(inbox(), 'per')
    const opener = page.getByRole('button', { name: 'Ask or show…' })
    await opener.click()
    await sheet().getByLabel('Your question').fill('Which colour?')
    await sheet().getByLabel('Choice 1').fill('Sand')
    await sheet().getByRole('button', { name: 'Send it' }).click()
    await sheet().waitFor({ state: 'detached' })
    await expect.poll(() => hasFocus(opener)).toBe(true)
    await open('amina')
    await sheet()
      .getByRole('button', { name: /^Which colour\?/ })
      .click()
    expect(await sheet().getByLabel('Your question').inputValue()).toBe('Which colour?')
    expect(await choices()).toEqual(['Sand'])
  })
})

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
