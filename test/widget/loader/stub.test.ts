// @vitest-environment happy-dom
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { minify } from 'vite'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { installGlobal } from '../../../widget/src/loader/global.ts'
import { fakeLoad, segue, settle } from '../../doubles/fake-load.ts'

const ROOT = join(import.meta.dirname, '../../..')
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const STUB = read('widget/src/loader/stub.js')
const SETTINGS = { site: 'shop', relay: 'https://relay.test' }

/** As a page does, before the script tag. */
const putStub = () =>
  new Function('window', 'location', 'document', STUB)(window, location, document)

beforeEach(() => {
  localStorage.clear()
  history.replaceState(null, '', '/mug?token=secret#secret')
  document.title = 'Mug'
  putStub()
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  if (window.segue && 'destroy' in window.segue && !('q' in window.segue)) segue().destroy()
  delete window.segue
  document.body.replaceChildren()
})

describe('the stub for the script tag', () => {
  it('keeps each call with its own time, page and values until the script has loaded', async () => {
    vi.useFakeTimers({ now: 1_000, toFake: ['Date'] })
    const cart = { items: ['mug'] }
    segue().track('Cart Viewed', cart)
    cart.items.push('bowl')
    vi.setSystemTime(2_000)
    history.replaceState(null, '', '/cart')
    document.title = 'Cart'
    segue().identify('ada')
    history.replaceState(null, '', '/later')
    vi.setSystemTime(9_000)

    const { load, calls } = fakeLoad()
    installGlobal(SETTINGS, load)
    segue().open()
    await settle()
    const { origin } = location
    expect(calls).toMatchObject([
      {
        ...{ name: 'track', args: ['Cart Viewed', { items: ['mug'] }] },
        ...{ at: 1_000, url: `${origin}/mug`, title: 'Mug' }
      },
      { name: 'identify', args: ['ada'], at: 2_000, url: `${origin}/cart`, title: 'Cart' }
    ])
  })

  it('hands over who listens, and who does not any more', async () => {
    const heard: string[] = []
    segue().ready(() => heard.push('ready'))
    const stopEarly = segue().on('unread', () => heard.push('early'))
    const stopLate = segue().on('unread', () => heard.push('late'))
    segue().on('unread', () => heard.push('ever'))
    stopEarly()
    const { load, options } = fakeLoad()
    installGlobal(SETTINGS, load)
    segue().open()
    await settle()
    options().emit('unread', 1)
    await settle()
    stopLate()
    options().emit('unread', 2)
    await settle()
    expect(heard).toEqual(['ready', 'late', 'ever', 'ever'])
  })

  it('takes calls destructured, and never throws into the page', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
    const { track, open } = segue()
    const cycle: Record<string, unknown> = {}
    cycle.self = cycle
    track('Cycle', cycle)
    track('Early')
    open()
    const { load, calls, did } = fakeLoad()
    installGlobal(SETTINGS, load)
    await settle()
    expect(calls.map(({ args }) => args)).toEqual([['Early']])
    expect(did).toEqual(['load', 'open'])
    expect(warn).toHaveBeenCalledTimes(1)
  })

  it('may stand on the page twice, and after the script', () => {
    const { load } = fakeLoad()
    segue().track('Early')
    putStub()
    segue().track('Also early')
    installGlobal(SETTINGS, load)
    const installed = window.segue
    putStub()
    expect(window.segue).toBe(installed)
  })

  it('costs less than 0.7 KB', async () => {
    expect(gzipSync(STUB).length).toBeLessThan(700)
    const { code } = await minify('stub.js', STUB)
    expect(gzipSync(code).length).toBeLessThan(400)
  })

  it('is the same in the README, and comes before the tag on every page of the demo', () => {
    const plain = (text: string) => text.replace(/\s+/g, ' ')
    expect(plain(read('README.md'))).toContain(`<script> ${plain(STUB)}</script>`)
    const shop = readdirSync(join(ROOT, 'demo/shop')).filter(name => name.endsWith('.html'))
    expect(shop.length).toBeGreaterThan(5)
    for (const name of shop) {
      const [before, after] = read(`demo/shop/${name}`).split(
        '<script src="/widget.js?site=norrsken" async></script>'
      )
      expect(before, name).toContain('<script src="/shop/scripts/stub.js"></script>')
      expect(after, name).toBeDefined()
    }
  })
})
