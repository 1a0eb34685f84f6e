import { describe, expect, it } from 'vitest'
import { enter, useInbox } from './open-inbox.ts'

const inbox = useInbox()

describe('a handoff', () => {
  it('is offered by code, and followed until it is linked', async () => {
    const { page, api } = inbox()
    await enter(inbox(), 'per')
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
    const { page, api } = inbox()
    await enter(inbox(), 'per')
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

describe('a conversation', () => {
  it('is mailed to the address the person has told, or to another', async () => {
    const { page, api } = inbox()
    await enter(inbox(), 'ulla')
    await page.getByRole('complementary').getByText('ulla@example.com').waitFor()
    await page.getByRole('button', { name: 'Send it by e-mail' }).click()
    const field = page.getByLabel('Their e-mail address')
    expect(await field.inputValue()).toBe('ulla@example.com')
    await field.fill('work@example.com')
    await page.getByRole('button', { name: 'Send the mail' }).click()
    await page.getByText('The mail is on its way.').waitFor()
    const mailed = api.calls.find(({ path }) => path.endsWith('/ulla/transcript'))
    expect(mailed?.body).toEqual({ email: 'work@example.com' })
  })
})

describe('what is known of a person', () => {
  it('is there beside the thread, and moves as things happen', async () => {
    const { page, api } = inbox()
    await enter(inbox(), 'ulla')
    const about = page.getByRole('complementary')
    await about.getByText('ulla@example.com').waitFor()
    expect(await about.locator('.cart').textContent()).toContain('4 ×Blue mug')
    expect(await about.getByText('Blue mug · Norrsken').first().isVisible()).toBe(true)

    const page2 = { url: 'https://shop.example/checkout', title: 'Checkout' }
    api.desk.visit('ulla', { visible: true, page: page2 })
    await about.getByText('/checkout').waitFor()
    const products = [{ name: 'Teapot', quantity: 1, price: 495 }]
    const properties = { products, currency: 'SEK' }
    const arrival = { campaign: { source: 'news' }, referrer: 'https://search.example/' }
    const event = { id: 'e9', type: 'track', name: 'Cart Viewed', properties, at: Date.now() }
    api.desk.track('p-ulla', { ...event, arrival })
    await about.getByText('Came from news, search.example').waitFor()
    await about.locator('.cart', { hasText: 'Teapot' }).waitFor()
  })

  it('has links that can be undone, after a question', async () => {
    const { page, api } = inbox()
    await enter(inbox(), 'ulla')
    await page.getByRole('button', { name: 'Undo this link' }).click()
    await page.getByRole('button', { name: 'Keep it' }).click()
    expect(api.calls.some(({ path }) => path.endsWith('/undo'))).toBe(false)
    await page.getByRole('button', { name: 'Undo this link' }).click()
    await page.getByRole('button', { name: 'Undo the link' }).click()
    await page.getByText('The link was undone.').waitFor()
    expect(api.calls.some(({ path }) => path.endsWith('/links/l1/undo'))).toBe(true)
  })

  it('says by which proof, and takes apart what was joined wrongly', async () => {
    const { page, api } = inbox()
    await enter(inbox(), 'ulla')
    const about = page.getByRole('complementary')
    await about.getByText('Signed in as 1042').waitFor()
    await about.getByText('said by the page, not proved').waitFor()
    await about.getByRole('button', { name: 'Not them' }).click()
    await page.getByText('Taken apart').waitFor()
    await about.getByRole('button', { name: 'Is them after all' }).click()
    await page.getByText('Joined again.').waitFor()
    const paths = api.calls.map(({ path }) => path).filter(path => path.includes('/joins/'))
    expect(paths.map(path => path.replace(/.*joins/, ''))).toEqual(['/j0/undo', '/j1/redo'])
  })

  it('is marked as not proved where somebody merely says who they are', async () => {
    const { page, api } = inbox()
    const ulla = api.desk.people.get('p-ulla')!
    api.desk.people.set('p-ulla', { ...ulla, user: { id: '42', proved: false } })
    await enter(inbox(), 'ulla')
    const said = page.getByRole('complementary').getByText('Says to be 42')
    await said.waitFor()
    expect(await said.textContent()).toContain('not proved')
  })
})
