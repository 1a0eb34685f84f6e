import { describe, expect, it } from 'vitest'
import { enter, useInbox } from './open-inbox.ts'

const inbox = useInbox()

const names = () => inbox().page.locator('.who').allTextContents()
const focused = () =>
  inbox().page.evaluate(
    () => (document.activeElement as HTMLElement).dataset.item ?? document.activeElement?.localName
  )

describe('the door', () => {
  it('lets in who has a token, and says what to do otherwise', async () => {
    const { page, api } = inbox()
    await page.goto(`${api.url}/inbox/`)
    await page.getByLabel('Agent token').fill('wrong')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByText('not known here').waitFor()

    await page.getByLabel('Agent token').fill(api.token)
    await page.keyboard.press('Enter')
    await page.getByText('Maja Lind').first().waitFor()
    expect(page.url()).toBe(`${api.url}/inbox/`)

    await page.reload()
    await page.locator('[data-item]').first().waitFor()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByLabel('Agent token').waitFor()
  })

  it('takes a token out of the address at once', async () => {
    await enter(inbox())
    expect(inbox().page.url()).not.toContain(inbox().api.token)
    await inbox().page.goBack()
    expect(inbox().page.url()).not.toContain(inbox().api.token)
  })
})

describe('the list', () => {
  it('begins with who has waited longest, and moves as things happen', async () => {
    const { page, api } = inbox()
    await enter(inbox())
    expect(await names()).toEqual(['Amina Yusuf', 'Ulla Nygård', 'Guest 7F3A', 'Per Lundqvist'])
    expect(await page.title()).toBe('(4) Segue inbox')

    api.desk.begin('new', { name: 'Nils Berg' })
    api.desk.say('new', 'Anybody there?')
    await page.getByText('Nils Berg').waitFor()
    expect((await names()).at(-1)).toBe('Nils Berg')
    await expect.poll(() => page.title()).toBe('(5) Segue inbox')

    api.desk.tell('amina', { state: 'closed', unread: 0 })
    await page.getByText('Amina Yusuf').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Closed' }).click()
    await page.getByText('Amina Yusuf').waitFor()
  })

  it('grows as one scrolls, and keeps the focus where it is when others move', async () => {
    const { page, api } = inbox()
    const from = Date.now() - 9_000_000
    for (let guest = 0; guest < 70; guest++) {
      api.desk.begin(`g${guest}`)
      api.desk.say(`g${guest}`, 'Hello?', { at: from + guest })
    }
    await enter(inbox())
    expect((await names()).length).toBeLessThan(70)
    const scrollOn = async () => {
      await page.locator('.list').evaluate(list => list.scrollTo(0, list.scrollHeight))
      return names()
    }
    await expect.poll(scrollOn).toHaveLength(74)

    await page.locator('[data-item="g5"]').focus()
    api.desk.tell('g5', { waitingSince: from - 1 })
    await expect.poll(async () => (await names())[0]).toBe('Guest g5')
    expect(await focused()).toBe('g5')
  })

  it('is searched by the relay', async () => {
    const { page } = inbox()
    await enter(inbox())
    await page.keyboard.press('/')
    await page.keyboard.type('parcel')
    await expect.poll(names).toEqual(['Ulla Nygård'])
    await page.keyboard.press('Escape')
    await expect.poll(names).toHaveLength(4)
  })
})

describe('by keyboard alone', () => {
  it('one walks the list, opens, reads the keys, answers, closes and leaves', async () => {
    const { page, api } = inbox()
    await enter(inbox())
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('k')
    await page.keyboard.press('j')
    expect(await focused()).toBe('ulla')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Ulla Nygård' }).first().waitFor()
    await page.locator('[data-message]').first().waitFor()

    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keys' }).waitFor()
    await page.keyboard.press('c')
    await page.keyboard.press('Escape')
    expect(await page.getByRole('dialog').count()).toBe(0)
    expect(api.desk.get('ulla')!.summary.state).toBe('waiting')

    await page.keyboard.press('r')
    expect(await focused()).toBe('textarea')
    await page.keyboard.type('Yes')
    await page.keyboard.press('Shift+Enter')
    await page.keyboard.type('of course')
    await page.keyboard.press('Enter')
    await page.getByText('Yes\nof course').waitFor()

    await page.keyboard.press('Escape')
    await page.keyboard.press('c')
    await expect.poll(() => api.desk.get('ulla')!.summary.state).toBe('closed')
    await page.keyboard.press('Escape')
    await page.getByText('Choose a conversation').waitFor()
  })

  it('single letters can be switched off, and stay so', async () => {
    const { page } = inbox()
    await enter(inbox())
    await page.keyboard.press('?')
    await page.getByLabel('Use single-letter keys').uncheck()
    await page.keyboard.press('Escape')
    await page.reload()
    await page.locator('[data-item]').first().waitFor()
    await page.keyboard.press('?')
    expect(await page.getByRole('dialog').count()).toBe(0)
  })

  it('arrows walk the messages, and each says how far it got', async () => {
    const { page } = inbox()
    await enter(inbox(), 'ulla')
    await page.locator('[data-message][tabindex="0"]').focus()
    for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowUp')
    const message = page.locator('[data-message]:focus')
    expect(await message.textContent()).toContain('WhatsApp · read')
    const opacity = () =>
      message.locator('.mark-words').evaluate(it => getComputedStyle(it).opacity)
    await expect.poll(opacity).toBe('1')
  })
})

describe('on a phone', () => {
  it('shows one column at a time, and Back goes back', async () => {
    const { page } = inbox()
    await page.setViewportSize({ width: 390, height: 844 })
    await enter(inbox(), 'ulla')
    expect(await page.locator('.list-pane').isVisible()).toBe(false)
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('h2')
    await page.getByRole('link', { name: 'About this person' }).click()
    await page.getByText('ulla@example.com').waitFor()
    expect(await page.locator('.thread-pane').isVisible()).toBe(false)
    await page.goBack()
    await page.goBack()
    await page.locator('[data-item="ulla"]').waitFor()
    await expect.poll(focused).toBe('ulla')
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(wide).toBe(390)
  })
})
