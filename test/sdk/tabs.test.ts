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

describe('the tabs of a visitor', () => {
  it('have one connection, and the same thread in each', async () => {
    const { peer, sockets, tab } = openBrowser()
    const one = await tab()
    one.chat.send('From the first')
    await pass()
    const two = await tab()
    const three = await tab()
    two.chat.send('From the second')
    await pass()
    peer.message('agent', 'For all')
    await pass()
    three.chat.send('From the third')
    await pass()

    const all = ['From the first', 'From the second', 'For all', 'From the third']
    for (const { texts, record } of [one, two, three]) {
      expect(texts()).toEqual(all)
      expect(record).toMatchObject({ status: 'online', pending: [] })
    }
    expect(sockets()).toBe(1)
    expect(peer.sockets).toHaveLength(1)
    expect(peer.heard.filter(({ type }) => type === 'send')).toHaveLength(3)
  })

  it('all hear that an agent types, and say so and what they have read through one', async () => {
    const { peer, tab } = openBrowser()
    const [one, two] = [await tab(), await tab()]
    peer.message('agent', 'Hi')
    peer.publish({ type: 'typing', name: 'Anna' })
    await pass()
    for (const { record } of [one, two]) expect(record.all('typing')).toEqual([{ name: 'Anna' }])
    two.chat.typing()
    two.chat.read(1)
    await pass(SECOND)
    expect(peer.heard).toContainEqual({ type: 'typing' })
    expect(peer.heard).toContainEqual({ type: 'read', upTo: 1 })
  })

  it('are told alone what was refused of theirs', async () => {
    const { peer, tab } = openBrowser()
    const [one, two] = [await tab(), await tab()]
    peer.hears = (frame, way) => {
      if (frame.type !== 'send') return false
      way.say({ type: 'error', code: 'rate_limited', message: 'Too much', cid: frame.cid })
      return true
    }
    two.chat.send('Hello')
    await pass()
    expect(two.record.pending).toMatchObject([{ status: 'failed', error: 'rate_limited' }])
    expect(one.record.pending).toEqual([])
    expect(one.record.all('error')).toEqual([])
  })

  it.each([
    ['closes', 'pagehide'],
    ['is frozen', 'freeze']
  ] as const)('go on by the next one when the one that connects %s', async (_, event) => {
    const { peer, sockets, tab } = openBrowser()
    const [one, two, three] = [await tab(), await tab(), await tab()]
    two.chat.send('Before')
    await pass()
    one.tab.happens(event)
    await pass()
    peer.message('agent', 'After')
    three.chat.send('And more')
    await pass()
    for (const { texts, record } of [two, three]) {
      expect(texts()).toEqual(['Before', 'After', 'And more'])
      expect(record.all('status')).toEqual(['connecting', 'online'])
    }
    expect(sockets()).toBe(1)
  })

  it('go on by the next one when the one that connects crashes, with what nobody had acknowledged', async () => {
    const { peer, sockets, tab } = openBrowser()
    const [one, two, three] = [await tab(), await tab(), await tab()]
    // What the crashing tab is given gets nowhere any more.
    peer.hears = frame => frame.type === 'send'
    two.chat.send('Nobody heard this')
    await pass()
    peer.hears = () => false
    peer.sockets[0]!.end()
    one.tab.crash()
    peer.log.message('agent', 'Said meanwhile')
    await pass()
    for (const { texts, record } of [two, three]) {
      expect(texts()).toEqual(['Said meanwhile', 'Nobody heard this'])
      expect(record.pending).toEqual([])
    }
    expect(sockets()).toBe(1)
  })

  it('come back from the back button as followers', async () => {
    const { peer, sockets, tab } = openBrowser()
    const [one, two] = [await tab(), await tab()]
    one.tab.happens('pagehide')
    await pass()
    peer.message('agent', 'Meanwhile')
    await pass(SECOND)
    expect(one.record.status).toBe('offline')
    one.tab.happens('pageshow')
    await pass()
    for (const { texts, record } of [one, two]) {
      expect(texts()).toEqual(['Meanwhile'])
      expect(record.status).toBe('online')
    }
    expect(sockets()).toBe(1)
  })

  it('are offline together, and together online again, with one try at a time', async () => {
    const { peer, sockets, tab } = openBrowser()
    const tabs = [await tab(), await tab(), await tab()]
    peer.is.reachable = false
    peer.cut()
    await pass(30 * SECOND)
    for (const { record } of tabs) expect(record.status).toBe('offline')
    const tries = peer.sockets.length
    tabs[2]!.chat.send('In the tunnel')
    await pass(60 * SECOND)
    expect(peer.sockets.length - tries).toBeLessThan(10)
    peer.is.reachable = true
    await pass(20 * SECOND)
    for (const { record, texts } of tabs) {
      expect(record).toMatchObject({ status: 'online', pending: [] })
      expect(texts()).toEqual(['In the tunnel'])
    }
    expect(sockets()).toBe(1)
  })

  it('begin again together when what may be seen has changed', async () => {
    const { peer, tab } = openBrowser()
    const tabs = [await tab(), await tab()]
    tabs[0]!.chat.send('Before')
    await pass()
    peer.log.replace('c2')
    peer.log.message('agent', 'Another thread')
    peer.publish({ type: 'reset' })
    await pass(SECOND)
    for (const { texts } of tabs) expect(texts()).toEqual(['Another thread'])
  })

  it('share a connection that polls', async () => {
    const { peer, tab } = openBrowser()
    peer.is.sockets = 'no'
    const one = await tab()
    await pass(60 * SECOND)
    const two = await tab()
    two.chat.send('By post')
    await pass(SECOND)
    for (const { texts } of [one, two]) expect(texts()).toEqual(['By post'])
    expect(new Set(peer.calls.map(({ body }) => body.session)).size).toBeLessThanOrEqual(2)
  })
})

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

describe('tabs do not mix', () => {
  it('sites, relays or visitors', async () => {
    const { sockets, tab, local } = openBrowser()
    await tab()
    await tab({ key: 'other' })
    await tab({ relay: 'https://elsewhere.example' })
    local.removeItem('segue:shop')
    await tab()
    expect(sockets()).toBe(4)
  })

  it('with what is no message of this version', async () => {
    const { peer, commons, tab } = openBrowser()
    const [one, two] = [await tab(), await tab()]
    const [name] = commons.inUse()
    const from = (commons.said[0]!.data as { from: string }).from
    const frame = { type: 'entries', conversation: 'c1', entries: [{ type: 'hidden', seq: 1 }] }
    for (const data of [
      ...[null, 'hear', 7, {}, { version: 1 }, { version: 1, type: 'constructor' }],
      { version: 1, type: 'later', from, message: {} },
      { version: 2, type: 'hear', from, message: { frame } },
      { version: 1, type: 'hear', from: 'somebody', message: { frame } }
    ]) {
      commons.shout(name!, data)
    }
    await pass()
    for (const { record } of [one, two]) expect(record.thread).toEqual([])
    peer.message('agent', 'Hi')
    await pass()
    for (const { texts } of [one, two]) expect(texts()).toEqual(['Hi'])
  })

  it.each([
    ['has no locks', { locks: null }],
    [
      'refuses them',
      { locks: { request: () => Promise.reject(new DOMException('', 'SecurityError')) } }
    ]
  ])('where the browser %s: each connects for itself', async (_, lacking) => {
    const { peer, sockets, tab } = openBrowser()
    const tabs = [await tab({}, lacking), await tab({}, lacking)]
    peer.message('agent', 'Hi')
    tabs[1]!.chat.send('Hello')
    await pass()
    for (const { texts } of tabs) expect(texts()).toEqual(['Hi', 'Hello'])
    expect(sockets()).toBe(2)
  })

  it('and leave nothing behind', async () => {
    const { commons, tab } = openBrowser()
    const tabs = [await tab(), await tab()]
    expect(commons.inUse()).not.toEqual([])
    for (const { sdk } of tabs) sdk.destroy()
    await pass()
    expect(commons.inUse()).toEqual([])
  })
})

describe('a tab that signs out', () => {
  it('takes the others along, with all they show, and the next visitor is shared again', async () => {
    const { peer, sockets, storageChanged, tab, local } = openBrowser()
    const [one, two] = [await tab(), await tab()]
    two.chat.send('My secret')
    await pass()
    one.sdk.reset()
    storageChanged(one.tab)
    await pass()
    for (const { record } of [one, two]) {
      expect(record).toMatchObject({ thread: [], pending: [], status: 'idle' })
      expect(record.all('forgotten')).toHaveLength(1)
    }
    expect(sockets()).toBe(0)
    expect(local.getItem('segue:shop')).toBeNull()

    peer.log.replace('c2')
    two.chat.send('Somebody else')
    await pass()
    storageChanged(two.tab)
    one.chat.open()
    await pass()
    for (const { texts } of [one, two]) expect(texts()).toEqual(['Somebody else'])
    expect(sockets()).toBe(1)
  })

  it('is obeyed by tabs that know a user, too', async () => {
    const { peer, storageChanged, tab } = openBrowser()
    const [one, two] = [await tab(), await tab()]
    two.sdk.setUserToken('of Ada')
    await pass()
    one.sdk.reset()
    storageChanged(one.tab)
    await pass()
    const asked = peer.calls.length
    two.chat.open()
    await pass()
    const { body } = peer.calls.slice(asked).find(({ path }) => path === 'session')!
    expect(body).not.toHaveProperty('userToken')
  })
})

describe('a tab that withdraws consent', () => {
  it('takes the others along', async () => {
    const { peer, storageChanged, tab } = openBrowser()
    const [one, two] = [await tab(), await tab()]
    one.sdk.consent('denied')
    storageChanged(one.tab)
    await pass(2 * SECOND)
    two.sdk.track('Looked')
    await pass(60 * SECOND)
    expect(peer.events.size).toBe(0)
    expect(two.record.status).toBe('online')
  })

  it('is not taken for one that has another user now', async () => {
    const { peer, storageChanged, tab } = openBrowser()
    const [one, two] = [await tab(), await tab()]
    one.sdk.identify('ada')
    one.sdk.identify('grace')
    storageChanged(one.tab)
    await pass(2 * SECOND)
    two.sdk.track('Looked')
    await two.sdk.flush()
    expect([...peer.events.values()].map(({ event }) => event)).toContain('Looked')
  })
})
