// @vitest-environment happy-dom
import { createSdk } from '@segue/sdk'
import { createChat } from '@segue/sdk/chat'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { browserWorld } from '../../sdk/src/world.ts'
import { memoryStorage } from '../doubles/memory-storage.ts'

const options = { key: 'shop', relay: 'https://relay.example' }

afterEach(() => {
  vi.unstubAllGlobals()
  localStorage.clear()
})

describe('the page', () => {
  it('is told without its query and fragment, which may hold secrets', () => {
    history.replaceState(null, '', '/cart?token=secret#segue=secret')
    document.title = 'Cart'
    Object.defineProperty(document, 'referrer', {
      value: 'https://mail.example/inbox?id=secret',
      configurable: true
    })
    const view = browserWorld(options).view()
    expect(view).toMatchObject({
      path: '/cart',
      title: 'Cart',
      referrer: 'https://mail.example/inbox'
    })
    expect(JSON.stringify(view)).not.toContain('secret')
  })

  it('speaks the language of the site, unless told otherwise', () => {
    document.documentElement.lang = 'sv'
    expect(browserWorld(options).language()).toBe('sv')
    expect(browserWorld({ ...options, language: 'de' }).language()).toBe('de')
    document.documentElement.removeAttribute('lang')
    expect(browserWorld(options).language()).toBe(navigator.language)
  })

  it('is listened to until that is undone', () => {
    let times = 0
    const undo = browserWorld(options).listen('online', () => {
      times += 1
    })
    dispatchEvent(new Event('online'))
    undo()
    dispatchEvent(new Event('online'))
    expect(times).toBe(1)
  })
})

describe('storage', () => {
  it('is the browser’s, another one, or none', () => {
    const own = memoryStorage()
    browserWorld(options).local.write('a', 1)
    browserWorld({ ...options, storage: own }).local.write('b', 2)
    browserWorld({ ...options, storage: own }).session.write('c', 3)
    browserWorld({ ...options, storage: null }).local.write('d', 4)
    expect(localStorage.getItem('a')).toBe('1')
    expect(localStorage.length).toBe(1)
    expect([...own.kept.keys()]).toEqual(['b', 'c'])
  })
})

describe('what is sent as the page goes', () => {
  it('goes by fetch that outlives it', async () => {
    const sent: unknown[] = []
    vi.stubGlobal(
      'Request',
      class {
        keepalive() {}
      }
    )
    vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
      sent.push([url, init.keepalive])
      return new Response('{}')
    })
    const { beside } = browserWorld(options)
    await expect(beside('https://relay.example/a', '{}')).resolves.toBeDefined()
    expect(sent).toEqual([['https://relay.example/a', true]])
  })

  it('goes by beacon where fetch dies with the page', async () => {
    vi.stubGlobal('Request', class {})
    const { beside } = browserWorld(options)
    vi.stubGlobal('navigator', { sendBeacon: () => true })
    await expect(beside('https://relay.example/b', '{}')).resolves.toBe(true)
  })
})

describe('what only one tab may do at a time', () => {
  const task = async () => 'done'

  it('is done under a lock', async () => {
    const names: string[] = []
    const request = async (name: string, run: () => Promise<string>) => {
      names.push(name)
      return run()
    }
    vi.stubGlobal('navigator', { locks: { request } })
    await expect(browserWorld(options).alone('a', task)).resolves.toBe('done')
    expect(names).toEqual(['a'])
  })

  it('is done without one where there are none, or where they refuse', async () => {
    vi.stubGlobal('navigator', {})
    await expect(browserWorld(options).alone('a', task)).resolves.toBe('done')
    const request = async () => {
      throw new DOMException('The request was denied.', 'SecurityError')
    }
    vi.stubGlobal('navigator', { locks: { request } })
    await expect(browserWorld(options).alone('a', task)).resolves.toBe('done')
  })

  it('is done once, also when it fails', async () => {
    let times = 0
    const request = async (_: string, run: () => Promise<string>) => run()
    vi.stubGlobal('navigator', { locks: { request } })
    const fail = async () => {
      times += 1
      throw new Error('no')
    }
    await expect(browserWorld(options).alone('a', fail)).rejects.toThrow('no')
    expect(times).toBe(1)
  })
})

describe('where there is no page', () => {
  it('everything can be called and nothing happens', async () => {
    for (const name of ['document', 'location', 'navigator', 'localStorage', 'sessionStorage']) {
      vi.stubGlobal(name, undefined)
    }
    vi.stubGlobal('addEventListener', undefined)
    vi.stubGlobal('removeEventListener', undefined)
    const sdk = createSdk(options)
    const { track, identify, page, flush, ready, reset, destroy } = sdk
    track('Rendered')
    identify('ada')
    page('Home')
    expect(createChat(sdk).resume()).toBe(false)
    await flush()
    await ready()
    reset()
    destroy()
  })
})
