import { describe, expect, it } from 'vitest'
import { enter, useInbox } from './open-inbox.ts'

const inbox = useInbox()

const lastBubble = () => inbox().page.locator('.message').last()

describe('a reply', () => {
  it('shows at once as on its way, then as sent, then as read', async () => {
    const { page, api } = inbox()
    await enter(inbox(), 'per')
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
    const { page, api } = inbox()
    await enter(inbox(), 'per')
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
    const { page, api } = inbox()
    await enter(inbox(), 'per')
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
    const { page, api } = inbox()
    await enter(inbox(), 'ulla')
    await page.getByLabel('Goes to').selectOption('web')
    await page.getByLabel('Your reply').fill('Here instead.')
    await page.keyboard.press('Enter')
    await page.getByText('Here instead.').first().waitFor()
    await expect
      .poll(() => api.desk.get('ulla')!.entries.at(-1))
      .toMatchObject({ on: { account: 'web' } })
  })
})

describe('a thread', () => {
  it('comes back whole after every kind of loss', async () => {
    const { page, api } = inbox()
    await enter(inbox(), 'per')
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
    const { page, api } = inbox()
    const from = Date.now() - 1_000_000
    for (let line = 0; line < 240; line++) api.desk.say('per', `line ${line}`, { at: from + line })
    await enter(inbox(), 'per')
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
    const { page, api } = inbox()
    const from = Date.now() - 1_000_000
    for (let line = 0; line < 80; line++) api.desk.say('per', `line ${line}`, { at: from + line })
    await enter(inbox(), 'per')
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
    const { api, page } = inbox()
    await enter(inbox(), 'per')
    await expect.poll(() => api.desk.get('per')!.summary.unread).toBe(0)
    await expect.poll(() => page.title()).toBe('(3) Segue inbox')
  })

  it('offers to send again what nobody knows about', async () => {
    const { page, api } = inbox()
    await enter(inbox(), 'ulla')
    await page.getByRole('button', { name: 'Send again?' }).click()
    await page.getByText('Sent again.').waitFor()
    expect(api.calls.some(({ path }) => path.endsWith('/deliveries/d4/resend'))).toBe(true)
  })
})

describe('a mail that was refused', () => {
  it('stands in the thread with what to do, and opens the sheet to send it again', async () => {
    const { page, api } = inbox()
    await enter(inbox(), 'per')
    api.desk.append('per', {
      ...{ type: 'mail', id: 'm', to: 'pr@post.example', by: 'agent' },
      ...{ status: 'failed', fault: 'address' },
      reason: { code: '550', text: 'The mail server answered 550.' }
    })
    const row = page.locator('.system-row', { hasText: 'did not go out' })
    await row.getByRole('button', { name: 'Send it again…' }).click()
    expect(await page.getByLabel('Their e-mail address').inputValue()).toBe('pr@post.example')
  })
})
