import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openBrowser } from '../doubles/tabs.ts'
import { pass } from '../doubles/visit.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const SECOND = 1_000

/** Hides or shows a tab. */
async function turn({ tab }: Awaited<ReturnType<Browser['tab']>>, visible: boolean) {
  tab.is.visible = visible
  tab.happens('visibilitychange')
  await pass()
}
type Browser = ReturnType<typeof openBrowser>

describe('a page that is looked at', () => {
  it('is served by a page in the background, which connects for both', async () => {
    const { peer, tab } = openBrowser()
    const one = await tab()
    await turn(one, false)
    const two = await tab()
    await pass(60 * SECOND)
    peer.message('agent', 'Hi')
    await pass()
    expect(two.texts()).toEqual(['Hi'])
    expect(peer.sockets).toHaveLength(1)
  })

  it('takes over within two seconds from one in the background that does not answer', async () => {
    const { peer, sockets, tab } = openBrowser()
    const one = await tab()
    await turn(one, false)
    const two = await tab()
    await pass(10 * SECOND)
    // A phone stops a page in the background and tells nobody.
    one.tab.shared.sleep()
    await pass(3 * SECOND)
    peer.message('agent', 'Hi')
    await pass()
    expect(two.texts()).toEqual(['Hi'])

    one.tab.shared.wake()
    await pass()
    expect(sockets()).toBe(1)
    expect(one.texts()).toEqual(['Hi'])
  })

  it('takes over from one in the background that has lost its connection', async () => {
    const { peer, tab, sockets } = openBrowser()
    const one = await tab()
    await turn(one, false)
    const two = await tab()
    // Timers of pages in the background may wait for minutes.
    one.tab.world.after = () => () => {}
    peer.cut()
    await pass(3 * SECOND)
    expect(two.record.status).toBe('online')
    expect(sockets()).toBe(1)
  })

  it('is what the relay knows of, whoever connects', async () => {
    const { peer, tab } = openBrowser()
    const one = await tab()
    one.chat.show(true)
    await pass(5 * SECOND)
    await turn(one, false)
    const two = await tab()
    two.tab.is.path = '/cart'
    const presence = () =>
      peer.heard.findLast(({ type }) => type === 'presence' || type === 'hello')
    expect(presence()).toMatchObject({ visible: false })
    two.chat.show(true)
    await pass()
    expect(presence()).toMatchObject({
      visible: true,
      visibleMs: 0,
      page: { url: 'https://shop.example/cart' }
    })

    two.tab.crash()
    await pass()
    expect(presence()).toMatchObject({ visible: false })
  })

  it('is the one opened last where there are several, for as long as it has been', async () => {
    const { peer, tab } = openBrowser()
    const [one, two] = [await tab(), await tab()]
    two.chat.show(true)
    await pass(5 * SECOND)
    one.chat.show(true)
    await pass(SECOND)
    one.tab.happens('pagehide')
    await pass(SECOND)
    const hello = peer.heard.findLast(({ type }) => type === 'hello')
    expect(hello).toMatchObject({ visible: true })
    expect((hello as { visibleMs: number }).visibleMs).toBeGreaterThanOrEqual(6 * SECOND)
  })
})
