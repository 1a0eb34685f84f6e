import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openBrowser } from '../doubles/tabs.ts'
import { pass } from '../doubles/visit.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const SECOND = 1_000

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
