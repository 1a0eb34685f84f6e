import fc from 'fast-check'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openBrowser } from '../doubles/tabs.ts'
import { pass } from '../doubles/visit.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

type Browser = ReturnType<typeof openBrowser>
type Tab = Awaited<ReturnType<Browser['tab']>>

const HAPPENS = [
  ...['say', 'say', 'say', 'answer', 'answer', 'cut', 'reset'],
  ...['hide', 'show', 'sleep', 'wake', 'leave', 'return', 'close', 'crash', 'open']
] as const

/** What happens, to which tab, and how long everybody is silent after that, in milliseconds. */
const steps = fc.array(fc.tuple(fc.constantFrom(...HAPPENS), fc.nat(3), fc.nat(4_000)), {
  minLength: 5,
  maxLength: 40
})

const seen = (tab: Tab, visible: boolean) => {
  tab.tab.is.visible = visible
  tab.tab.happens('visibilitychange')
}

/** What can happen to a tab. */
const fates: Record<string, (tab: Tab, browser: Browser) => void> = {
  answer: (_, { peer }) => void peer.message('agent', 'Yes?'),
  cut: (_, { peer }) => peer.cut(),
  reset: (_, { peer }) => peer.publish({ type: 'reset' }),
  hide: tab => seen(tab, false),
  show: tab => seen(tab, true),
  sleep: ({ tab }) => tab.shared.sleep(),
  wake: ({ tab }) => tab.shared.wake(),
  leave: ({ tab }) => tab.happens('pagehide'),
  return: ({ tab }) => tab.happens('pageshow')
}

/** They end a tab. */
const ends: Record<string, (tab: Tab, browser: Browser) => void> = {
  close({ tab, sdk }) {
    tab.happens('pagehide')
    sdk.destroy()
  },
  crash({ tab }, { peer }) {
    tab.crash()
    // One of these was its own; the others are as good as cut.
    peer.cut()
  }
}

it('keep one thread, and send each message once, whatever becomes of them and of their connections', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async steps => {
      const browser = openBrowser()
      const tabs = [await browser.tab(), await browser.tab()]
      const said = new Map<Tab, string[]>()
      for (const [what, which, wait] of steps) {
        if (what === 'open' && tabs.length < 4) tabs.push(await browser.tab())
        const tab = tabs[which % tabs.length]!
        if (what === 'say') {
          const mine = said.get(tab) ?? []
          said.set(tab, mine)
          mine.push(tab.chat.send('Well'))
          browser.storageChanged(tab.tab)
        } else if (ends[what]) {
          if (tabs.length > 1)
            ends[what](...([tabs.splice(tabs.indexOf(tab), 1)[0]!, browser] as const))
        } else fates[what]?.(tab, browser)
        await pass(wait)
      }
      for (const tab of tabs) {
        for (const end of ['wake', 'return', 'show']) fates[end]!(tab, browser)
      }
      await pass(10 * 60_000)

      const { entries } = browser.peer.log
      const cids = entries.flatMap(entry => (entry.type === 'message' && entry.cid) || [])
      expect(cids.toSorted()).toEqual([...said.values()].flat().toSorted())
      for (const mine of said.values()) {
        expect(cids.filter(cid => mine.includes(cid))).toEqual(mine)
      }
      for (const { record, sdk } of tabs) {
        expect(record.thread).toEqual(entries.slice(entries.length - record.thread.length))
        expect(record.thread.length).toBe(entries.length)
        expect(record).toMatchObject({ pending: [], status: 'online' })
        sdk.destroy()
      }
      await pass()
      expect(browser.sockets()).toBe(0)
    }),
    { numRuns: 100 }
  )
}, 60_000)
