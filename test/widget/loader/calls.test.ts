// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { installGlobal } from '../../../widget/src/loader/global.ts'
import { fakeLoad, segue, settle } from '../../doubles/fake-load.ts'

const SETTINGS = { site: 'shop', relay: 'https://relay.test' }

beforeEach(() => {
  localStorage.clear()
  location.hash = ''
})
afterEach(() => {
  if (window.segue && 'destroy' in window.segue) segue().destroy()
  delete window.segue
  document.body.replaceChildren()
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
    localStorage.setItem('segue:shop', '{"visitor":"v","secret":"s","liveUntil":0}')
    segue().reset()
    await settle()
    expect(calls.map(({ name }) => name)).toEqual(['reset', 'reset'])
  })

  it('loads the chat to forget a user of whom it keeps something', async () => {
    const { load, did } = fakeLoad()
    installGlobal(SETTINGS, load)
    localStorage.setItem('segue:shop:user', '{"anonymousId":"a"}')
    segue().consent('pending')
    await settle()
    expect(did).toEqual([])
    segue().consent('denied')
    await settle()
    expect(did).toEqual(['load'])
  })

  it('never throws into the page, whatever it holds', () => {
    const { load } = fakeLoad()
    installGlobal(SETTINGS, load)
    const cycle: Record<string, unknown> = { call() {} }
    segue().track('Functions', cycle)
    cycle.self = cycle
    segue().track('Cycle', cycle)
    segue().use(() => null)
  })

  it('is taken over from a stub, but only what is ours', async () => {
    const { load, calls } = fakeLoad()
    let ready = 0
    const made = (name: string, ...args: unknown[]) => ({ name, args, at: 0, url: '', title: '' })
    window.segue = {
      q: [
        made('track', 'Early'),
        made('ready', () => ready++),
        made('constructor', 'x'),
        made('nonsense')
      ]
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
