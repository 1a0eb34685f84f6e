import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openBrowser } from '../doubles/tabs.ts'
import { pass } from '../doubles/visit.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const SECOND = 1_000

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

  it('all know what waits in other conversations, the one that comes later too', async () => {
    const { peer, tab } = openBrowser()
    const [one, two] = [await tab(), await tab()]
    peer.publish({ type: 'elsewhere', unread: 2 })
    await pass()
    const three = await tab()
    for (const { record } of [one, two, three]) expect(record.all('elsewhere')).toEqual([2])
    peer.publish({ type: 'elsewhere', unread: 0 })
    await pass()
    for (const { record } of [one, two, three]) expect(record.all('elsewhere')).toEqual([2, 0])
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

  it('keep the order of what was said to a leader that came and went meanwhile', async () => {
    const { peer, tab } = openBrowser()
    const [, two] = [await tab(), await tab()]
    // It hears late what becomes of the leader.
    two.tab.shared.sleep()
    peer.cut()
    await Promise.resolve()
    two.chat.send('First')
    await pass(SECOND)
    two.chat.send('Second')
    await pass()
    two.tab.shared.wake()
    await pass()
    expect(two.texts()).toEqual(['First', 'Second'])
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

  it('know of each other that sockets do not work, so that the next one need not find it out', async () => {
    const { peer, tab } = openBrowser()
    peer.is.sockets = 'never'
    const one = await tab()
    await pass(60 * SECOND)
    const two = await tab()
    const tried = peer.sockets.length
    one.tab.happens('pagehide')
    await pass(SECOND)
    peer.message('agent', 'Hi')
    await pass(SECOND)
    expect(two.texts()).toEqual(['Hi'])
    expect(peer.sockets).toHaveLength(tried)
  })
})
