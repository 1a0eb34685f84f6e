// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Call } from '../../widget/src/calls.ts'
import { installGlobal, type SegueGlobal } from '../../widget/src/loader/global.ts'
import { scriptSettings } from '../../widget/src/loader/script-settings.ts'
import type { ChatOptions, LoadChat } from '../../widget/src/widget.ts'

const SETTINGS = { site: 'shop', relay: 'https://relay.test' }

/** A chat that writes down what it is asked. */
function fakeLoad() {
  const did: string[] = []
  const calls: Call[] = []
  let options: ChatOptions | undefined
  const is = { there: true, ready: Promise.resolve() }
  const load: LoadChat = async () => {
    did.push('load')
    if (!is.there) throw new Error('No network.')
    return {
      async startChat(given) {
        options = given
        const note = (name: string) => () => void did.push(name)
        return {
          ready: is.ready,
          open() {
            did.push('open')
            given.shell.launcher!.ariaExpanded = 'true'
          },
          close() {
            did.push('close')
            given.shell.launcher!.ariaExpanded = 'false'
          },
          resume: note('resume'),
          returnWith: token => void did.push(`return ${token}`),
          call: call => void calls.push(call),
          destroy: note('destroy')
        }
      }
    }
  }
  return { load, did, calls, is, options: () => options! }
}

/** One turn of the event loop: every promise that can be kept by then has been. */
const settle = () => new Promise(resolve => setTimeout(resolve))
const host = () => document.querySelector('segue-widget')
const launcher = () => host()?.shadowRoot?.querySelector('button')
const segue = () => window.segue as SegueGlobal

beforeEach(() => {
  localStorage.clear()
  location.hash = ''
})
afterEach(() => {
  if (window.segue && 'destroy' in window.segue) segue().destroy()
  delete window.segue
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
    localStorage.setItem('segue:shop', JSON.stringify({ visitor: 'v', secret: 's', live: true }))
    installGlobal(SETTINGS, load)
    await settle()
    expect(did).toEqual(['load', 'resume'])
  })

  it.each(['{"visitor":"v","live":false}', 'null', 'not json', '7'])(
    'stays asleep when storage holds %s',
    async kept => {
      const { load, did } = fakeLoad()
      localStorage.setItem('segue:shop', kept)
      installGlobal(SETTINGS, load)
      await settle()
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

describe('what a page calls', () => {
  it('waits for the chat with its own time and page, and comes in order', async () => {
    const { load, calls } = fakeLoad()
    const cart = { items: ['mug'] }
    const before = Date.now()
    installGlobal(SETTINGS, load)
    segue().identify('u1', { name: 'Elin' })
    segue().track('Cart Viewed', cart)
    cart.items.push('bowl')
    expect(calls).toEqual([])

    segue().open()
    await settle()
    segue().page('Later')
    expect(calls.map(({ name, args }) => [name, ...args])).toEqual([
      ['identify', 'u1', { name: 'Elin' }],
      ['track', 'Cart Viewed', { items: ['mug'] }],
      ['page', 'Later']
    ])
    expect(calls[0]!.at).toBeGreaterThanOrEqual(before)
    expect(calls[0]!.url).toBe(location.origin + location.pathname)
  })

  it('loads the chat when consent is given, and not when it is denied', async () => {
    const { load, did, calls } = fakeLoad()
    installGlobal(SETTINGS, load)
    segue().consent('denied')
    await settle()
    expect(did).toEqual([])
    segue().consent('granted')
    await settle()
    expect(did).toEqual(['load'])
    expect(calls.map(({ args }) => args)).toEqual([['denied'], ['granted']])
  })

  it('loads the chat to forget a visitor whom it remembers', async () => {
    const { load, did, calls } = fakeLoad()
    installGlobal(SETTINGS, load)
    segue().reset()
    await settle()
    expect(did).toEqual([])
    localStorage.setItem('segue:shop', '{"visitor":"v","secret":"s","live":false}')
    segue().reset()
    await settle()
    expect(calls.map(({ name }) => name)).toEqual(['reset', 'reset'])
  })

  it('is taken over from a stub, but only what is ours', async () => {
    const { load, calls } = fakeLoad()
    let ready = 0
    window.segue = {
      q: [['track', 'Early'], ['ready', () => ready++], ['constructor', 'x'], ['nonsense']]
    }
    installGlobal(SETTINGS, load)
    segue().open()
    await settle()
    expect(ready).toBe(1)
    expect(calls.map(({ args }) => args)).toEqual([['Early']])
  })

  it('tells the page what happens, until it stops listening', async () => {
    const { load, options } = fakeLoad()
    installGlobal(SETTINGS, load)
    const heard: unknown[] = []
    const stop = segue().on('unread', count => heard.push(count))
    segue().open()
    await settle()
    options().emit('unread', 2)
    options().emit('close', undefined)
    await settle()
    stop()
    options().emit('unread', 3)
    await settle()
    expect(heard).toEqual([2])
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

describe('the script tag', () => {
  const tagOf = (attributes: Record<string, string>) => {
    const tag = document.createElement('script')
    Object.assign(tag.dataset, attributes)
    Object.defineProperty(tag, 'src', { value: 'https://relay.test/widget.js' })
    return scriptSettings(tag)
  }

  it('says which site it is, and the relay is where it came from', () => {
    expect(tagOf({ site: 'shop' })).toEqual({
      site: 'shop',
      relay: 'https://relay.test',
      side: 'end',
      launcher: true
    })
  })

  it('may say how the widget looks', () => {
    const asked = { accent: '#123456', side: 'start', offset: '20 88', language: 'sv' }
    expect(tagOf({ site: 'shop', launcher: 'none', ...asked })).toMatchObject({
      ...asked,
      launcher: false
    })
  })

  it('is nothing of ours without a site', () => {
    expect(tagOf({ accent: '#123456' })).toBeUndefined()
  })
})
