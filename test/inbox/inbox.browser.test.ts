import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { openChromium } from '../doubles/chromium.ts'
import { buildInbox, enter, type OpenInbox, openInbox } from './open-inbox.ts'

let browser: Browser
let built: Awaited<ReturnType<typeof buildInbox>>
let inbox: OpenInbox

beforeAll(async () => {
  const [opened, folder] = await Promise.all([openChromium(), buildInbox()])
  browser = opened
  built = folder
})

afterAll(async () => {
  await browser.close()
  await built.remove()
})

beforeEach(async () => {
  inbox = await openInbox(browser, {
    folder: built.folder,
    viewport: { width: 1280, height: 800 }
  })
})

afterEach(async () => {
  expect(inbox.wrongs).toEqual([])
  await inbox.close()
})

const names = () => inbox.page.locator('.who').allTextContents()
const lastBubble = () => inbox.page.locator('.message').last()
const focused = () =>
  inbox.page.evaluate(
    () => (document.activeElement as HTMLElement).dataset.item ?? document.activeElement?.localName
  )

describe('the door', () => {
  it('lets in who has a token, and says what to do otherwise', async () => {
    const { page, api } = inbox
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
    await enter(inbox)
    expect(inbox.page.url()).not.toContain(inbox.api.token)
    await inbox.page.goBack()
    expect(inbox.page.url()).not.toContain(inbox.api.token)
  })
})

describe('the list', () => {
  it('begins with who has waited longest, and moves as things happen', async () => {
    const { page, api } = inbox
    await enter(inbox)
    expect(await names()).toEqual(['Amina Yusuf', 'Ulla Nygård', 'Guest 7F3A', 'Per Lundqvist'])
    expect(await page.title()).toBe('(4) Segue inbox')

    api.desk.begin('new', { name: 'Nils Berg' })
    api.desk.say('new', 'Anybody there?')
    await page.getByText('Nils Berg').waitFor()
    expect((await names()).at(-1)).toBe('Nils Berg')
    await vi.waitFor(async () => expect(await page.title()).toBe('(5) Segue inbox'))

    api.desk.tell('amina', { state: 'closed', unread: 0 })
    await page.getByText('Amina Yusuf').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Closed' }).click()
    await page.getByText('Amina Yusuf').waitFor()
  })

  it('is searched by the relay', async () => {
    const { page } = inbox
    await enter(inbox)
    await page.keyboard.press('/')
    await page.keyboard.type('parcel')
    await vi.waitFor(async () => expect(await names()).toEqual(['Ulla Nygård']))
    await page.keyboard.press('Escape')
    await vi.waitFor(async () => expect(await names()).toHaveLength(4))
  })
})

describe('by keyboard alone', () => {
  it('one walks the list, opens, reads the keys, answers, closes and leaves', async () => {
    const { page, api } = inbox
    await enter(inbox)
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
    await vi.waitFor(() => expect(api.desk.get('ulla')!.summary.state).toBe('closed'))
    await page.keyboard.press('Escape')
    await page.getByText('Choose a conversation').waitFor()
  })

  it('single letters can be switched off, and stay so', async () => {
    const { page } = inbox
    await enter(inbox)
    await page.keyboard.press('?')
    await page.getByLabel('Use single-letter keys').uncheck()
    await page.keyboard.press('Escape')
    await page.reload()
    await page.locator('[data-item]').first().waitFor()
    await page.keyboard.press('?')
    expect(await page.getByRole('dialog').count()).toBe(0)
  })

  it('arrows walk the messages, and each says how far it got', async () => {
    const { page } = inbox
    await enter(inbox, 'ulla')
    await page.locator('[data-message][tabindex="0"]').focus()
    for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowUp')
    const message = page.locator('[data-message]:focus')
    expect(await message.textContent()).toContain('WhatsApp · read')
    await vi.waitFor(async () =>
      expect(
        await message.locator('.mark-words').evaluate(it => getComputedStyle(it).opacity)
      ).toBe('1')
    )
  })
})

describe('a reply', () => {
  it('shows at once as on its way, then as sent, then as read', async () => {
    const { page, api } = inbox
    await enter(inbox, 'per')
    let answer = () => {}
    const held = new Promise<void>(done => {
      answer = done
    })
    api.is.before = call =>
      call.method === 'POST' && call.path.endsWith('/messages') ? held : Promise.resolve()
    await page.getByLabel('Your reply').fill('We do.')
    await page.keyboard.press('Enter')
    await page.locator('.mark.is-sending').waitFor()
    expect(await lastBubble().textContent()).toContain('We do.')

    answer()
    await page.locator('.mark.is-sent').waitFor()
    expect(await page.locator('.bubble', { hasText: 'We do.' }).count()).toBe(1)

    const { seq } = api.desk.get('per')!.summary
    api.desk.append('per', { type: 'seen', by: 'visitor', upTo: seq, status: 'read' })
    await page.locator('.mark.is-read').waitFor()
  })

  it('goes out by itself, once, when the relay is back', async () => {
    const { page, api } = inbox
    await enter(inbox, 'per')
    api.is.reachable = false
    api.line.cut()
    await page.getByText('Reconnecting…').waitFor()
    await page.getByLabel('Your reply').fill('Later then.')
    await page.keyboard.press('Enter')
    await page.locator('.trouble.is-unsent').waitFor()

    api.is.reachable = true
    await page.locator('.mark.is-sent').waitFor()
    const said = api.desk.get('per')!.entries.filter(entry => entry.type === 'message')
    expect(said.map(entry => 'text' in entry && entry.text)).toEqual([
      'Do you deliver to Åland?',
      'Later then.'
    ])
  })

  it('takes pictures and documents along, chosen or pasted', async () => {
    const { page, api } = inbox
    await enter(inbox, 'per')
    const buffer = Buffer.from('not really a picture')
    await page.setInputFiles('.attach input', [
      { name: 'glaze.png', mimeType: 'image/png', buffer },
      { name: 'guarantee.pdf', mimeType: 'application/pdf', buffer }
    ])
    await page.getByText('guarantee.pdf', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Remove glaze.png' }).click()
    await page.getByRole('button', { name: 'Send', exact: true }).click()
    await page.locator('.document').waitFor()
    expect(api.desk.get('per')!.entries.at(-1)).toMatchObject({
      files: [{ name: 'guarantee.pdf' }]
    })
  })

  it('goes where the agent chooses', async () => {
    const { page, api } = inbox
    await enter(inbox, 'ulla')
    await page.getByLabel('Goes to').selectOption('web')
    await page.getByLabel('Your reply').fill('Here instead.')
    await page.keyboard.press('Enter')
    await page.getByText('Here instead.').first().waitFor()
    await vi.waitFor(() =>
      expect(api.desk.get('ulla')!.entries.at(-1)).toMatchObject({ on: { account: 'web' } })
    )
  })
})

describe('a thread', () => {
  it('comes back whole after every kind of loss', async () => {
    const { page, api } = inbox
    await enter(inbox, 'per')
    for (let round = 0; round < 6; round++) {
      if (round === 3) api.is.losing = true
      api.desk.say('per', `round ${round}`)
      if (round % 2) api.line.cut()
    }
    api.is.losing = false
    api.line.cut()
    await page.getByText('round 5').first().waitFor()
    const texts = await page.locator('.bubble').allTextContents()
    expect(texts.slice(1)).toEqual([0, 1, 2, 3, 4, 5].map(round => `round ${round}`))
  })

  it('grows backwards without moving what one reads', async () => {
    const { page, api } = inbox
    const from = Date.now() - 1_000_000
    for (let line = 0; line < 240; line++) api.desk.say('per', `line ${line}`, { at: from + line })
    await enter(inbox, 'per')
    const marked = page.locator('[data-message]', { hasText: /^line 145$/ })
    await marked.waitFor()
    const shift = await marked.evaluate(async element => {
      const box = element.closest('.timeline')!
      const top = () => element.getBoundingClientRect().top
      box.scrollTop = 300
      const before = top()
      const earlier = () => box.textContent?.includes('line 50')
      while (!earlier()) await new Promise(requestAnimationFrame)
      return Math.abs(top() - before)
    })
    expect(shift).toBeLessThanOrEqual(1)
  })

  it('does not move a reader who has scrolled up, and says what is new', async () => {
    const { page, api } = inbox
    const from = Date.now() - 1_000_000
    for (let line = 0; line < 80; line++) api.desk.say('per', `line ${line}`, { at: from + line })
    await enter(inbox, 'per')
    await page.getByText('line 79').nth(1).waitFor()
    await page.locator('.timeline').evaluate(box => {
      box.scrollTop = box.scrollHeight / 2
    })
    await page.getByRole('button', { name: 'To the newest message' }).waitFor()
    const place = () => page.locator('.timeline').evaluate(box => box.scrollTop)
    const before = await place()
    api.desk.say('per', 'and one more')
    await page.getByRole('button', { name: '1 new message' }).waitFor()
    expect(await place()).toBe(before)
    await page.getByRole('button', { name: '1 new message' }).click()
    await page.getByRole('button', { name: '1 new message' }).waitFor({ state: 'detached' })
  })

  it('is read once its end is in view', async () => {
    const { api, page } = inbox
    await enter(inbox, 'per')
    await vi.waitFor(() => expect(api.desk.get('per')!.summary.unread).toBe(0))
    await vi.waitFor(async () => expect(await page.title()).toBe('(3) Segue inbox'))
  })

  it('offers to send again what nobody knows about', async () => {
    const { page, api } = inbox
    await enter(inbox, 'ulla')
    await page.getByRole('button', { name: 'Send again?' }).click()
    await page.getByText('Sent again.').waitFor()
    expect(api.calls.some(({ path }) => path.endsWith('/deliveries/d4/resend'))).toBe(true)
  })
})

describe('a handoff', () => {
  it('is offered by code, and followed until it is linked', async () => {
    const { page, api } = inbox
    await enter(inbox, 'per')
    await page.keyboard.press('h')
    await page.getByRole('button', { name: 'Make a code' }).click()
    expect(await page.getByRole('textbox', { name: 'Code, to read aloud' }).inputValue()).toBe(
      'K7Q2-M9XD'
    )
    await page.getByText('Waiting for their message…').waitFor()

    const offered = api.desk.get('per')!.entries.findLast(entry => entry.type === 'handoff')!
    const { seq: _, at: __, ...body } = offered as Extract<typeof offered, { type: 'handoff' }>
    api.desk.append('per', { ...body, status: 'linked' })
    await page.getByText('Linked. The conversation goes on there.').waitFor()
  })

  it('by number needs their consent', async () => {
    const { page, api } = inbox
    await enter(inbox, 'per')
    await page.keyboard.press('h')
    await page.getByRole('radio', { name: /SMS/ }).check()
    await page.getByLabel('Phone number').fill('070 174 06 09')
    await page.getByRole('button', { name: 'Send the confirmation' }).click()
    expect(api.calls.some(({ path }) => path.endsWith('/handoffs'))).toBe(false)
    await page.getByLabel('They have told me').check()
    await page.getByRole('button', { name: 'Send the confirmation' }).click()
    await page.getByText('A confirmation is on its way').waitFor()
    expect(api.calls.at(-1)?.body).toEqual({ account: 'sms', to: '070 174 06 09', consent: true })
  })
})

describe('what is known of a person', () => {
  it('is there beside the thread, and moves as things happen', async () => {
    const { page, api } = inbox
    await enter(inbox, 'ulla')
    const about = page.getByRole('complementary')
    await about.getByText('ulla@example.com').waitFor()
    expect(await about.locator('.cart').textContent()).toContain('4 ×Blue mug')
    expect(await about.getByText('Blue mug · Norrsken').first().isVisible()).toBe(true)

    const page2 = { url: 'https://shop.example/checkout', title: 'Checkout' }
    api.desk.visit('ulla', { visible: true, page: page2 })
    await about.getByText('/checkout').waitFor()
    const products = [{ name: 'Teapot', quantity: 1, price: 495 }]
    const properties = { products, currency: 'SEK' }
    const event = { id: 'e9', type: 'track', name: 'Cart Viewed', properties, at: Date.now() }
    api.desk.track('p-ulla', event)
    await about.locator('.cart', { hasText: 'Teapot' }).waitFor()
  })

  it('has links that can be undone, after a question', async () => {
    const { page, api } = inbox
    await enter(inbox, 'ulla')
    await page.getByRole('button', { name: 'Undo this link' }).click()
    await page.getByRole('button', { name: 'Keep it' }).click()
    expect(api.calls.some(({ path }) => path.endsWith('/undo'))).toBe(false)
    await page.getByRole('button', { name: 'Undo this link' }).click()
    await page.getByRole('button', { name: 'Undo the link' }).click()
    await page.getByText('The link was undone.').waitFor()
    expect(api.calls.some(({ path }) => path.endsWith('/links/l1/undo'))).toBe(true)
  })
})

describe('on a phone', () => {
  it('shows one column at a time, and Back goes back', async () => {
    const { page } = inbox
    await page.setViewportSize({ width: 390, height: 844 })
    await enter(inbox, 'ulla')
    expect(await page.locator('.list-pane').isVisible()).toBe(false)
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('h2')
    await page.getByRole('link', { name: 'About this person' }).click()
    await page.getByText('ulla@example.com').waitFor()
    expect(await page.locator('.thread-pane').isVisible()).toBe(false)
    await page.goBack()
    await page.goBack()
    await page.locator('[data-item="ulla"]').waitFor()
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(wide).toBe(390)
  })
})
