import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openBrowser } from '../doubles/tabs.ts'
import { pass } from '../doubles/visit.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const MINUTE = 60_000

/** Two tabs, and a network that is lost. */
async function openOffline() {
  const browser = openBrowser()
  const [one, two] = [await browser.tab(), await browser.tab()]
  browser.peer.is.reachable = false
  browser.peer.cut()
  await pass()
  return { ...browser, one, two }
}

const textsOf = (pending: readonly { text: string }[]) => pending.map(({ text }) => text)

const keptAt = (peer: ReturnType<typeof openBrowser>['peer']) =>
  peer.log.entries.flatMap(entry => (entry.type === 'message' ? entry.text : []))

describe('what cannot be sent yet', () => {
  it('is the same in all tabs, and goes out in order, each once', async () => {
    const { peer, one, two, storageChanged, local } = await openOffline()
    for (const [{ chat, tab }, text] of [
      [one, 'First'],
      [two, 'Second'],
      [one, 'Third']
    ] as const) {
      chat.send(text)
      storageChanged(tab)
    }
    const all = ['First', 'Second', 'Third']
    for (const { record } of [one, two]) {
      expect(textsOf(record.pending)).toEqual(all)
      expect(record.status).toBe('offline')
    }
    peer.is.reachable = true
    await pass(MINUTE)
    expect(keptAt(peer)).toEqual(all)
    for (const { record, texts } of [one, two]) {
      expect(texts()).toEqual(all)
      expect(record.pending).toEqual([])
    }
    expect(local.getItem('segue:shop:sends')).toBeNull()
  })

  it('is sent by another tab, or the next one, when the one it was written in is gone', async () => {
    const { peer, one, two, tab, storageChanged } = await openOffline()
    one.chat.send('First')
    storageChanged(one.tab)
    two.chat.send('Second')
    for (const { tab } of [one, two]) tab.crash()
    const three = await tab()
    expect(textsOf(three.record.pending)).toEqual(['First', 'Second'])
    peer.is.reachable = true
    await pass(MINUTE)
    expect(keptAt(peer)).toEqual(['First', 'Second'])
    expect(three.texts()).toEqual(['First', 'Second'])
  })

  it('is sent by the others as soon as the tab is gone that was about to', async () => {
    const { peer, tab, storageChanged } = openBrowser()
    const [one, two] = [await tab(), await tab()]
    peer.hears = frame => frame.type === 'send'
    one.chat.send('About to go')
    storageChanged(one.tab)
    await pass()
    peer.hears = () => false
    peer.sockets[0]!.end()
    one.tab.crash()
    await pass()
    expect(keptAt(peer)).toEqual(['About to go'])
    expect(two.texts()).toEqual(['About to go'])
  })

  it.each(['the tab it was written in', 'another'])('is given up in all tabs by %s', async by => {
    const { peer, tab, storageChanged } = openBrowser()
    const [one, two] = [await tab(), await tab()]
    const cid = one.chat.send(' ')
    storageChanged(one.tab)
    expect(two.record.pending).toMatchObject([{ status: 'failed', error: 'empty' }])
    const giver = by === 'another' ? two : one
    giver.chat.discard(cid)
    storageChanged(giver.tab)
    for (const { record } of [one, two]) expect(record.pending).toEqual([])
    await pass()
    expect(keptAt(peer)).toEqual([])
  })

  it('does not come back from a tab that has not heard yet that it is in the thread', async () => {
    const { tab, local, storageChanged } = openBrowser()
    const [one, two] = [await tab(), await tab()]
    one.chat.send('Hello')
    const kept = local.getItem('segue:shop:sends')!
    await pass()
    local.setItem('segue:shop:sends', kept)
    storageChanged(one.tab)
    expect(two.record.pending).toEqual([])
    expect(two.texts()).toEqual(['Hello'])
  })

  it('is wiped in all tabs when one signs out', async () => {
    const { peer, one, two, storageChanged } = await openOffline()
    one.chat.send('My secret')
    storageChanged(one.tab)
    two.sdk.reset()
    storageChanged(two.tab)
    for (const { record } of [one, two]) expect(record.pending).toEqual([])
    peer.is.reachable = true
    await pass(MINUTE)
    expect(keptAt(peer)).toEqual([])
  })
})
