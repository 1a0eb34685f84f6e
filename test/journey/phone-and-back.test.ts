import { describe, expect, it } from 'vitest'
import type { App } from '../../demo/networks/screen.ts'
import { answer, MAJA, openChat, openConversation, PHONE_SIZE, saidIn, say } from './town.ts'
import { useTown } from './use-town.ts'

const town = useTown()

const TIMEOUT = { timeout: 90_000 }

/** Sends what a link has put into the composer of the phone. */
async function sendDraft(app: App): Promise<void> {
  const draft = () =>
    town()
      .networks.phone.screen(MAJA)
      .chats.find(chat => chat.app === app)?.draft
  await expect.poll(draft).toBeTruthy()
  town().networks.phone.write(MAJA, app, { text: draft()!.text })
}

describe('the journey of one conversation', TIMEOUT, () => {
  it('goes from the shop to WhatsApp and back to the site, with the cart, the ticks, and everything once', async () => {
    const shop = await town().openShop()
    const inbox = await town().openInbox()
    await shop.getByRole('button', { name: 'Put in the cart' }).click()
    await openChat(shop)
    await say(shop, 'Does the mug go in the oven?')
    await openConversation(inbox, 'Does the mug go in the oven?')
    await inbox.getByRole('complementary').getByText('Morgon mug').first().waitFor()
    await answer(inbox, 'Only to warm it.')
    await shop.getByRole('log').getByText('Only to warm it.').waitFor()

    await shop.getByRole('button', { name: 'Continue on your phone' }).click()
    await shop.getByRole('button', { name: /WhatsApp/ }).click()
    await shop.locator('a[href^="https://wa.me/"]').first().click()
    await sendDraft('whatsapp')
    await shop
      .getByText(/The chat goes on in WhatsApp/)
      .first()
      .waitFor()
    await inbox.getByRole('log').getByText('Continue my chat from').waitFor()
    await expect.poll(() => town().onPhone('whatsapp').length).toBe(2)
    const question = town().onPhone('whatsapp').at(-1)!
    expect(question.text).toMatch(/Norrsken/)
    expect(question.buttons!.map(({ title }) => title)).toContain('Yes, show it')

    town().networks.phone.write(MAJA, 'whatsapp', { text: 'Walking now. Which size?' })
    await inbox.getByRole('log').getByText('Walking now. Which size?').waitFor()
    const mine = () =>
      town()
        .onPhone('whatsapp')
        .filter(bubble => bubble.mine)
    await expect.poll(() => mine().map(({ tick }) => tick)).toEqual(['read', 'read'])
    // The inbox says only every three seconds that somebody types.
    const typeOn = async () => {
      await inbox.locator('form textarea').press('x')
      return town().networks.phone.chat(MAJA, 'whatsapp').typing
    }
    await expect.poll(typeOn, { timeout: 10_000 }).toBe(true)
    await answer(inbox, 'There is one size: 35 cl.')
    await expect
      .poll(() => town().onPhone('whatsapp').at(-1)?.text)
      .toBe('There is one size: 35 cl.')
    await inbox
      .getByText(/WhatsApp.*delivered/i)
      .first()
      .waitFor({ state: 'attached' })
    town().networks.phone.read(MAJA, 'whatsapp')
    await inbox
      .getByText(/WhatsApp.*read/i)
      .first()
      .waitFor({ state: 'attached' })
    expect(await shop.getByRole('log').getByText('35 cl').count()).toBe(0)

    town().networks.phone.write(MAJA, 'whatsapp', { text: 'LINK' })
    await expect.poll(() => town().onPhone('whatsapp').at(-1)?.text).toMatch(/#segue=/)
    const [link] = /http\S+/.exec(town().onPhone('whatsapp').at(-1)!.text)!
    const other = await town().browser.newContext()
    const back = await other.newPage()
    await back.goto(link)
    await back.getByRole('log').getByText('There is one size: 35 cl.').waitFor()
    expect(back.url()).not.toContain('segue=')
    const everything = [
      'Does the mug go in the oven?',
      'Only to warm it.',
      'Walking now. Which size?',
      'There is one size: 35 cl.'
    ]
    expect(await saidIn(back, everything)).toEqual(everything)
    await say(back, 'I am back')
    await inbox.getByRole('log').getByText('I am back').waitFor()
    expect(await saidIn(inbox, [...everything, 'I am back'])).toEqual([...everything, 'I am back'])
    await answer(inbox, 'Good to see you')
    await back.getByRole('log').getByText('Good to see you').waitFor()
  })

  it('goes on by SMS from a phone’s own browser, by a plain link', async () => {
    const shop = await town().openShop('lantern.html', PHONE_SIZE)
    const inbox = await town().openInbox()
    await openChat(shop)
    await say(shop, 'Is the lantern heavy?')
    await openConversation(inbox, 'Is the lantern heavy?')
    await shop.getByRole('button', { name: 'Continue on your phone' }).click()
    await shop.getByRole('button', { name: /SMS/ }).click()
    const link = shop.locator('a[href^="sms:"]').first()
    await link.waitFor()
    expect(await link.getAttribute('href')).toMatch(/^sms:\+46766000001\?&body=/)
    await link.click()
    await sendDraft('messages')
    await inbox.getByRole('log').getByText('Continue my chat from').waitFor()
    await answer(inbox, 'It weighs 1.2 kg.')
    await expect.poll(() => town().onPhone('messages').at(-1)?.text).toBe('It weighs 1.2 kg.')
    town().networks.phone.write(MAJA, 'messages', { text: 'Thanks!' })
    await inbox.getByRole('log').getByText('Thanks!').waitFor()
  })

  it('links a typed number by its yes, and lets the phone refuse later', async () => {
    const shop = await town().openShop('towel.html')
    const inbox = await town().openInbox()
    await openChat(shop)
    await say(shop, 'Is the towel soft?')
    await openConversation(inbox, 'Is the towel soft?')
    await shop.getByRole('button', { name: 'Continue on your phone' }).click()
    await shop.getByRole('button', { name: /SMS/ }).click()
    const ola = '+46700000002'
    await shop.locator('input[type=tel]').fill('070-000 00 02')
    await shop.getByRole('button', { name: 'Text me' }).click()
    await expect.poll(() => town().onPhone('messages', ola).at(-1)?.text).toMatch(/reply YES/)
    town().networks.phone.write(ola, 'messages', { text: 'Yes' })
    await shop
      .getByText(/The chat goes on by SMS/)
      .first()
      .waitFor()
    await inbox.getByRole('log').getByText(/SMS/).first().waitFor()
    await shop.getByText('Back to the chat').click()

    town().networks.phone.write(ola, 'messages', { text: 'NOT ME' })
    await shop
      .getByText(/no longer goes on by SMS/)
      .first()
      .waitFor()
    await expect.poll(() => town().onPhone('messages', ola).at(-1)?.text).toMatch(/no longer part/)
  })

  it('shows the phone’s side on the site once the phone says so, and hides it when the visitor has enough', async () => {
    const shop = await town().openShop('board.html')
    const inbox = await town().openInbox()
    await openChat(shop)
    await say(shop, 'Oiled or waxed?')
    await openConversation(inbox, 'Oiled or waxed?')
    await shop.getByRole('button', { name: 'Continue on your phone' }).click()
    await shop.getByRole('button', { name: /WhatsApp/ }).click()
    await shop.locator('a[href^="https://wa.me/"]').first().click()
    await sendDraft('whatsapp')
    await shop
      .getByText(/The chat goes on in WhatsApp/)
      .first()
      .waitFor()
    const asked = () =>
      town()
        .onPhone('whatsapp')
        .findLast(({ buttons }) => buttons?.length)!
    await expect.poll(() => asked()?.buttons?.[0]?.id).toBe('mirror:yes')
    town().networks.phone.tap(MAJA, 'whatsapp', { bubble: asked().id, button: 'mirror:yes' })
    town().networks.phone.write(MAJA, 'whatsapp', { text: 'Seen from both sides' })
    await shop.getByText('Back to the chat').click()
    await shop.getByRole('log').getByText('Seen from both sides').waitFor()
    await shop.getByRole('button', { name: 'Stop showing here' }).click()
    await shop.getByRole('log').getByText('Seen from both sides').waitFor({ state: 'detached' })
  })
})
