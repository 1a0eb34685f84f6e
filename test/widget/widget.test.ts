// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { installGlobal } from '../../widget/src/loader/global.ts'
import { whenIdle } from '../../widget/src/when-idle.ts'
import { fakeLoad, host, launcher, segue, settle } from '../doubles/fake-load.ts'

/** Until the page has nothing to do, and what then happens has happened. */
const idle = async () => {
  await new Promise(resolve => whenIdle(() => resolve(undefined)))
  await settle()
}

const remember = (more: object) =>
  localStorage.setItem('segue:shop', JSON.stringify({ visitor: 'v', secret: 's', ...more }))

const SETTINGS = { site: 'shop', relay: 'https://relay.test' }

beforeEach(() => {
  localStorage.clear()
  location.hash = ''
})
afterEach(() => {
  if (window.segue && 'destroy' in window.segue) segue().destroy()
  delete window.segue
  vi.restoreAllMocks()
  document.body.replaceChildren()
})

describe('the widget before anybody has asked for it', () => {
  it('is a named button and nothing else: nothing is loaded, nothing is stored', async () => {
    const { load, did } = fakeLoad()
    installGlobal(SETTINGS, load)
    await settle()
    expect(launcher()?.ariaLabel).toBe('Open chat')
    expect(launcher()?.ariaExpanded).toBe('false')
    expect(did).toEqual([])
    expect(localStorage.length).toBe(0)
  })

  it('may be without a button', () => {
    installGlobal({ ...SETTINGS, launcher: false }, fakeLoad().load)
    expect(host()).not.toBeNull()
    expect(launcher()).toBeNull()
  })

  it('is there once, however often the script is', () => {
    installGlobal(SETTINGS, fakeLoad().load)
    const first = window.segue
    installGlobal(SETTINGS, fakeLoad().load)
    expect(window.segue).toBe(first)
    expect(document.querySelectorAll('segue-widget')).toHaveLength(1)
  })

  it('outlives a page that swaps its body', () => {
    installGlobal(SETTINGS, fakeLoad().load)
    document.body.replaceWith(document.createElement('body'))
    expect(host()?.isConnected).toBe(true)
  })
})

describe('the widget, asked for', () => {
  it('loads the chat at the first click, and opens and closes it with the next ones', async () => {
    const { load, did } = fakeLoad()
    installGlobal(SETTINGS, load)
    for (let click = 0; click < 3; click++) {
      launcher()!.click()
      await settle()
    }
    expect(did).toEqual(['load', 'open', 'close', 'open'])
  })

  it('does not open what was closed again while it loaded', async () => {
    const { load, did } = fakeLoad()
    installGlobal(SETTINGS, load)
    segue().open()
    segue().close()
    await settle()
    expect(did).toEqual(['load'])
  })

  it('tries again at the next click when it could not be loaded', async () => {
    const { load, did, is } = fakeLoad()
    is.there = false
    installGlobal(SETTINGS, load)
    launcher()!.click()
    await settle()
    expect(launcher()?.ariaBusy).toBeNull()
    is.there = true
    launcher()!.click()
    await settle()
    expect(did).toEqual(['load', 'load', 'open'])
  })

  it('starts anew when its SDK could not be loaded', async () => {
    const { load, did, calls, is } = fakeLoad()
    is.ready = Promise.reject(new Error('No network.'))
    installGlobal(SETTINGS, load)
    segue().track('Early')
    launcher()!.click()
    await settle()
    is.ready = Promise.resolve()
    launcher()!.click()
    await settle()
    expect(did).toEqual(['load', 'close', 'destroy', 'load', 'open'])
    expect(calls.map(({ args }) => args)).toEqual([['Early']])
  })

  it('goes on by itself with a conversation that is live', async () => {
    const { load, did } = fakeLoad()
    remember({ liveUntil: Date.now() + 1_000 })
    installGlobal(SETTINGS, load)
    await idle()
    expect(did).toEqual(['load', 'resume'])
  })

  it('lets one rest in which nothing was said for long', async () => {
    const { load, did } = fakeLoad()
    remember({ liveUntil: Date.now() - 1 })
    installGlobal(SETTINGS, load)
    await idle()
    expect(did).toEqual([])
  })

  it('does not look into storage while the page is at work', async () => {
    const { load, did } = fakeLoad()
    remember({ liveUntil: Date.now() + 1_000 })
    const read = vi.spyOn(Storage.prototype, 'getItem')
    installGlobal(SETTINGS, load)
    expect(read).not.toHaveBeenCalled()
    segue().destroy()
    await idle()
    expect(did).toEqual([])
  })

  it.each(['{"visitor":"v","liveUntil":0}', 'null', 'not json', '7'])(
    'stays asleep when storage holds %s',
    async kept => {
      const { load, did } = fakeLoad()
      localStorage.setItem('segue:shop', kept)
      installGlobal(SETTINGS, load)
      await idle()
      expect(did).toEqual([])
    }
  )

  it('takes the token of a return link out of the address at once', async () => {
    const { load, did } = fakeLoad()
    location.hash = '#segue=tok-en_1'
    installGlobal(SETTINGS, load)
    expect(location.hash).toBe('')
    await settle()
    expect(did).toEqual(['load', 'return tok-en_1'])
  })

  it('leaves every other fragment alone', async () => {
    const { load, did } = fakeLoad()
    location.hash = '#segue=a/b'
    installGlobal(SETTINGS, load)
    await settle()
    expect(location.hash).toBe('#segue=a/b')
    expect(did).toEqual([])
  })
})

describe('destroy()', () => {
  it('leaves nothing on the page', async () => {
    const { load, did } = fakeLoad()
    const before = document.documentElement.outerHTML
    installGlobal(SETTINGS, load)
    segue().open()
    await settle()
    segue().destroy()
    expect(document.documentElement.outerHTML).toBe(before)
    expect(window.segue).toBeUndefined()
    expect(did).toEqual(['load', 'open', 'destroy'])
    location.hash = '#segue=late'
    dispatchEvent(new Event('hashchange'))
    await settle()
    expect(did).toHaveLength(3)
  })

  it('also stops a chat that was still loading', async () => {
    const { load, did } = fakeLoad()
    installGlobal(SETTINGS, load)
    segue().open()
    segue().destroy()
    await settle()
    expect(did).toEqual(['load', 'destroy'])
  })
})
