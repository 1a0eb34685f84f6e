import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { findBarriers } from '../doubles/axe.ts'
import { MAJA, openChat, openConversation, say } from './town.ts'
import { useTown } from './use-town.ts'

const town = useTown()

describe.each(['light', 'dark'] as const)('in %s, axe finds nothing wrong', colorScheme => {
  const look = { colorScheme, reducedMotion: 'reduce' } as const

  it('in the shop with the chat closed, open and handing over, and in the inbox and the phone', {
    timeout: 120_000
  }, async () => {
    const words = `Hello in ${colorScheme}`
    const shop = await town().openShop('mug.html', look)
    expect(await findBarriers(shop)).toEqual([])
    await openChat(shop)
    await say(shop, words)
    await shop.getByText('Sent', { exact: true }).first().waitFor({ state: 'attached' })
    expect(await findBarriers(shop)).toEqual([])

    await shop.getByRole('button', { name: 'Continue on your phone' }).click()
    await shop.getByRole('button', { name: /WhatsApp/ }).waitFor()
    expect(await findBarriers(shop)).toEqual([])
    await shop.getByRole('button', { name: /WhatsApp/ }).click()
    const link = shop.locator('a[href^="https://wa.me/"]').first()
    await link.waitFor()
    expect(await findBarriers(shop)).toEqual([])

    const phone = await openPhone((await link.getAttribute('href'))!, look)
    await phone.getByRole('button', { name: 'Send', exact: true }).click()
    await shop
      .getByText(/The chat goes on in WhatsApp/)
      .first()
      .waitFor()
    expect(await findBarriers(shop)).toEqual([])
    await phone
      .getByRole('log')
      .getByText(/You are now chatting/)
      .last()
      .waitFor()
    expect(await findBarriers(phone)).toEqual([])

    const inbox = await town().openInbox(look)
    await inbox
      .getByRole('tab', { name: 'All' })
      .or(inbox.getByRole('button', { name: 'All' }))
      .first()
      .click()
    expect(await findBarriers(inbox)).toEqual([])
    await openConversation(inbox, 'Continue my chat')
    expect(await findBarriers(inbox)).toEqual([])
  })

  /** Maja's phone, with the draft of a link ready to send. */
  async function openPhone(link: string, options: object): Promise<Page> {
    town().networks.phone.takeInHand(MAJA)
    const context = await town().browser.newContext({ locale: 'en-GB', ...options })
    const phone = await context.newPage()
    await phone.goto(`${town().shopOrigin}/phone/#open=${encodeURIComponent(link)}`)
    return phone
  }
})
