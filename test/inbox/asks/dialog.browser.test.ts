import { describe, expect, it } from 'vitest'
import { DOT } from '../../doubles/pictures.ts'
import { enter } from '../open-inbox.ts'
import { useSheet } from './use-sheet.ts'

const { inbox, sheet, press, type, hasFocus, choices, open, sent } = useSheet()

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
