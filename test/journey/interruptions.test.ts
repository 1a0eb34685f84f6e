import { describe, expect, it } from 'vitest'
import { answer, openChat, openConversation, saidIn, say } from './town.ts'
import { useTown } from './use-town.ts'

const town = useTown()

describe('a conversation that is interrupted', { timeout: 90_000 }, () => {
  it('is there again after a reload, and on the next page', async () => {
    const shop = await town().openShop()
    await openChat(shop)
    await say(shop, 'Before the reload')
    await shop.getByText('Sent', { exact: true }).first().waitFor({ state: 'attached' })
    await shop.reload()
    await openChat(shop)
    await shop.getByRole('log').getByText('Before the reload').waitFor()
    await shop.goto(`${town().shopOrigin}/shop/cart.html`)
    await openChat(shop)
    await say(shop, 'On the next page')
    await shop.getByRole('log').getByText('On the next page').waitFor()
    const all = ['Before the reload', 'On the next page']
    expect(await saidIn(shop, all)).toEqual(all)
  })

  it('is the same in two tabs, each message once', async () => {
    const one = await town().openShop()
    await openChat(one)
    await say(one, 'From the first tab')
    await one.getByText('Sent', { exact: true }).first().waitFor({ state: 'attached' })
    const two = await one.context().newPage()
    await two.goto(`${town().shopOrigin}/shop/blanket.html`)
    await openChat(two)
    await two.getByRole('log').getByText('From the first tab').waitFor()
    await say(two, 'From the second tab')
    await one.getByRole('log').getByText('From the second tab').waitFor()
    const all = ['From the first tab', 'From the second tab']
    expect(await saidIn(one, all)).toEqual(all)
    expect(await saidIn(two, all)).toEqual(all)
  })

  it('outlives a relay that is killed: what was written meanwhile goes out once, and the inbox catches up', async () => {
    const shop = await town().openShop()
    const inbox = await town().openInbox()
    await openChat(shop)
    await say(shop, 'Before the kill')
    await openConversation(inbox, 'Before the kill')
    await town().relay.kill()
    await say(shop, 'While nobody listens')
    await shop
      .getByText(/Reconnecting/)
      .first()
      .waitFor()
    await town().relay.start()
    await inbox.getByRole('log').getByText('While nobody listens').waitFor()
    await answer(inbox, 'We hear you again')
    await shop.getByRole('log').getByText('We hear you again').waitFor()
    const all = ['Before the kill', 'While nobody listens', 'We hear you again']
    expect(await saidIn(shop, all)).toEqual(all)
    expect(await saidIn(inbox, all)).toEqual(all)
  })

  it('outlives a lost network, on both sides', async () => {
    const shop = await town().openShop()
    const inbox = await town().openInbox()
    await openChat(shop)
    await say(shop, 'Before the tunnel')
    await openConversation(inbox, 'Before the tunnel')
    await shop.context().setOffline(true)
    await say(shop, 'In the tunnel')
    await answer(inbox, 'Can you hear us?')
    await inbox.getByRole('log').getByText('Can you hear us?').waitFor()
    await shop.context().setOffline(false)
    await shop.getByRole('log').getByText('Can you hear us?').waitFor()
    await inbox.getByRole('log').getByText('In the tunnel').waitFor()
    for (const page of [shop, inbox]) {
      const all = ['Before the tunnel', 'In the tunnel', 'Can you hear us?']
      expect((await saidIn(page, all)).toSorted()).toEqual(all.toSorted())
    }
  })

  it('works where WebSockets are refused', async () => {
    const shop = await town().openShop()
    await shop.routeWebSocket(/\/v1\/socket/, socket => socket.close({ code: 1011 }))
    const inbox = await town().openInbox()
    await openChat(shop)
    await say(shop, 'Through a strict proxy')
    await openConversation(inbox, 'Through a strict proxy')
    await answer(inbox, 'It gets through')
    await shop.getByRole('log').getByText('It gets through').waitFor()
  })

  it('is answered from an inbox where WebSockets are refused', async () => {
    const inbox = await town().openInbox()
    const refused: string[] = []
    await inbox.routeWebSocket(/\/v1\/agent\/socket/, socket => {
      refused.push(socket.url())
      socket.close({ code: 1011 })
    })
    const polls = inbox.waitForResponse(/\/v1\/agent\/poll/)
    await inbox.reload()
    expect((await polls).ok()).toBe(true)
    const shop = await town().openShop()
    await openChat(shop)
    await say(shop, 'To a strict office')
    // Nothing but the line tells it of this.
    await openConversation(inbox, 'To a strict office')
    await answer(inbox, 'The office answers')
    await shop.getByRole('log').getByText('The office answers').waitFor()
    await say(shop, 'And it hears')
    await inbox.getByRole('log').getByText('And it hears').waitFor()
    expect(refused).toHaveLength(2)
    // The next page of this tab knows it at once.
    const again = inbox.waitForResponse(/\/v1\/agent\/poll/)
    await inbox.reload()
    await again
    expect(refused).toHaveLength(2)
  })
})
