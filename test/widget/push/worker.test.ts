import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { describe, expect, it, vi } from 'vitest'

const code = readFileSync(join(import.meta.dirname, '../../../widget/src/push/worker.js'), 'utf8')

interface Tab {
  url: string
  visibilityState?: string
}

/** The worker on a site of its own, with these tabs open, and these notifications on the screen. */
function start({ tabs = [], shown = [] }: { tabs?: Tab[]; shown?: object[] } = {}) {
  const listeners = new Map<string, (event: object) => void>()
  const windows = tabs.map(tab => ({ visibilityState: 'hidden', ...tab, focus: vi.fn() }))
  const showNotification = vi.fn()
  const openWindow = vi.fn()
  const matchAll = vi.fn(async () => windows)
  runInNewContext(code, {
    URL,
    location: { origin: 'https://shop.example', host: 'shop.example' },
    addEventListener: (type: string, listener: (event: object) => void) =>
      listeners.set(type, listener),
    skipWaiting() {},
    clients: { matchAll, openWindow },
    registration: { showNotification, getNotifications: async () => shown }
  })
  const happen = async (type: string, event: object) => {
    let done: Promise<void> | undefined
    listeners.get(type)!({ ...event, waitUntil: (work: Promise<void>) => (done = work) })
    await done
  }
  const close = vi.fn()
  return {
    ...{ windows, showNotification, openWindow, matchAll, close },
    push: (data: unknown) => happen('push', { data: { json: () => data } }),
    happen,
    click: (url?: string, tag = 'segue-c1') =>
      happen('notificationclick', { notification: { tag, data: { url }, close } })
  }
}

const MUG = 'https://shop.example/mug'

describe('the service worker', () => {
  it('shows what it is told, one notification a conversation', async () => {
    const { push, showNotification } = start()
    const icon = 'https://shop.example/logo.png'
    await push({ id: 'm1', tag: 'segue-c1', title: 'Shop', body: 'New', icon, url: MUG })
    expect(showNotification.mock.calls).toEqual([
      ['Shop', { tag: 'segue-c1', renotify: true, data: { id: 'm1', url: MUG }, body: 'New', icon }]
    ])
  })

  it('makes no sound once more for what is on the screen', async () => {
    const { push, showNotification } = start({ shown: [{ data: { id: 'm1' } }] })
    await push({ id: 'm1', tag: 'segue-c1', title: 'Shop' })
    await push({ id: 'm2', tag: 'segue-c1', title: 'Shop' })
    expect(showNotification.mock.calls.map(([, { renotify }]) => renotify)).toEqual([false, true])
  })

  it('shows something when it is told nothing it can read', async () => {
    const { happen, showNotification } = start()
    await happen('push', { data: null })
    expect(showNotification.mock.calls[0]?.[0]).toBe('shop.example')
  })

  it('leads to the tab with the chat’s page, wherever in it one is', async () => {
    const tabs = [
      { url: 'https://shop.example/', visibilityState: 'visible' },
      { url: `${MUG}#top` }
    ]
    const { click, windows, openWindow, close } = start({ tabs })
    await click(MUG)
    expect(windows.map(({ focus }) => focus.mock.calls.length)).toEqual([0, 1])
    expect([openWindow.mock.calls, close.mock.calls.length]).toEqual([[], 1])
  })

  it('leads to the tab in view, else to any, else to a new one', async () => {
    const [hidden, visible] = [{ url: 'https://shop.example/a' }, { url: 'https://shop.example/b' }]
    const seen = start({ tabs: [hidden, { ...visible, visibilityState: 'visible' }] })
    await seen.click(MUG)
    expect(seen.windows[1]?.focus).toHaveBeenCalled()
    const unseen = start({ tabs: [hidden] })
    await unseen.click(MUG)
    expect(unseen.windows[0]?.focus).toHaveBeenCalled()
    const none = start()
    await none.click(MUG)
    expect(none.openWindow).toHaveBeenCalledWith(MUG)
    expect(none.matchAll).toHaveBeenCalledWith({ type: 'window', includeUncontrolled: true })
  })

  it.each(['https://evil.test/', 'javascript:alert(1)', '//evil.test', undefined])(
    'opens no page but its site’s for %j',
    async url => {
      const { click, openWindow } = start()
      await click(url)
      expect(openWindow).toHaveBeenCalledWith('https://shop.example/')
    }
  )

  it('leaves the site’s own notifications alone', async () => {
    const { click, close, openWindow } = start()
    await click(MUG, 'news')
    expect([close.mock.calls, openWindow.mock.calls]).toEqual([[], []])
  })
})
