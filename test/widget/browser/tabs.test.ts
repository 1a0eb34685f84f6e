import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { said, seenBy } from '../../doubles/entries.ts'
import { useWidgetPages } from '../../doubles/use-widget-pages.ts'
import { fieldOf, launcherOf, openChat, say } from '../../doubles/widget-pages.ts'

const pages = useWidgetPages(['--disable-back-forward-cache'])

/** One more tab of the same browser, with the chat open and caught up. */
async function openTab(first: Page): Promise<Page> {
  const tab = await first.context().newPage()
  tab.setDefaultTimeout(20_000)
  await tab.goto(first.url())
  await launcherOf(tab).click()
  await tab.getByRole('log').getByText('From the first').waitFor()
  return tab
}

/** Three tabs of a visitor; the first one connects. */
async function openTabs(): Promise<[Page, Page, Page]> {
  const first = await pages.open()
  await openChat(first, pages.relay())
  await say(first, 'From the first')
  return [first, await openTab(first), await openTab(first)]
}

const heardIn = (tab: Page, text: string) => tab.getByRole('log').getByText(text).waitFor()

/** What the messages of a tab say, in order. */
const messagesOf = async (tab: Page): Promise<string[]> => {
  const bubbles = await tab.getByRole('log').locator('.bubble').allTextContents()
  // Who says it is for screen readers.
  return bubbles.map(text => text.replace(/^.*?: /, ''))
}

const sockets = () => pages.relay().sockets.size

/** What the relay has kept, in order. */
const kept = () =>
  pages.relay().log.entries.flatMap(entry => (entry.type === 'message' ? entry.text : []))

const connected = () => expect.poll(sockets).toBe(1)

describe('the tabs of a visitor in a real browser', { timeout: 60_000 }, () => {
  it('have one connection at the relay, and show each message once, in order', async () => {
    const tabs = await openTabs()
    const [, second, third] = tabs
    await say(second, 'From the second')
    pages.relay().append(said('agent', 'From the agent'))
    await heardIn(third, 'From the agent')
    await say(third, 'From the third')
    const all = ['From the first', 'From the second', 'From the agent', 'From the third']
    for (const tab of tabs) {
      await heardIn(tab, 'From the third')
      expect(await messagesOf(tab)).toEqual(all)
    }
    expect(kept()).toEqual(all)
    expect(sockets()).toBe(1)
  })

  it.each([
    ['closes', (tab: Page) => tab.close()],
    [
      'crashes',
      async (tab: Page) => {
        const session = await tab.context().newCDPSession(tab)
        const crashed = tab.waitForEvent('crash')
        session.send('Page.crash').catch(() => {})
        await crashed
      }
    ],
    [
      'is frozen',
      async (tab: Page) => {
        const session = await tab.context().newCDPSession(tab)
        await session.send('Page.setWebLifecycleState', { state: 'frozen' })
      }
    ]
  ])(
    'go on by another when the one that connects %s: nothing is lost, or doubled',
    async (_, end) => {
      const [first, second, third] = await openTabs()
      // Each of the others has something on its way as it happens.
      await fieldOf(second).fill('As it happened')
      await Promise.all([end(first), fieldOf(second).press('Enter')])
      pages.relay().append(said('agent', 'Meanwhile'))
      for (const tab of [second, third]) {
        await heardIn(tab, 'As it happened')
        await heardIn(tab, 'Meanwhile')
        await expect.poll(() => tab.getByText(/Reconnecting/).count()).toBe(0)
      }
      await connected()
      await say(third, 'Afterwards')
      await heardIn(second, 'Afterwards')
      const all = kept()
      expect(all.toSorted()).toEqual(
        ['From the first', 'As it happened', 'Meanwhile', 'Afterwards'].toSorted()
      )
      for (const tab of [second, third]) {
        expect(await messagesOf(tab)).toEqual(all)
      }
    }
  )

  it('go on without one that the back button may bring back, and take it in again', async () => {
    const [first, second] = await openTabs()
    const url = first.url()
    await first.evaluate(() => Object.assign(window, { isOld: true }))
    await first.goto(`${url}about`)
    await connected()
    pages.relay().append(said('agent', 'While you were away'))
    await heardIn(second, 'While you were away')
    await first.evaluate(() => history.back()).catch(() => {})
    await first.waitForFunction(() => 'isOld' in window)
    await heardIn(first, 'While you were away')
    expect(sockets()).toBe(1)
  })

  it('agree on what is unread', async () => {
    const [first, second] = await openTabs()
    for (const tab of [first, second]) {
      await tab.getByRole('button', { name: 'Close chat' }).first().click()
    }
    pages.relay().append(said('agent', 'Hi'))
    for (const tab of [first, second]) await tab.getByRole('button', { name: /1 new/ }).waitFor()
    await launcherOf(second).click()
    const { frames } = pages.relay()
    await expect.poll(() => frames.some(({ type }) => type === 'read')).toBe(true)
    pages.relay().append(seenBy('visitor', 2))
    await first.getByRole('button', { name: 'Open chat', exact: true }).waitFor()
  })

  it('all sign out, and show nothing of the visitor', async () => {
    const [first, second, third] = await openTabs()
    await second.evaluate(() => (window as unknown as { segue: { reset(): void } }).segue.reset())
    for (const tab of [first, second, third]) {
      await tab.getByRole('button', { name: 'Open chat', exact: true }).waitFor()
      expect(await tab.getByText('From the first').count()).toBe(0)
    }
    await expect.poll(sockets).toBe(0)
  })
})
