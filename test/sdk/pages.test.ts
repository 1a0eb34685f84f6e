// @vitest-environment happy-dom
import { createSdk, type TrackedEvent } from '@segue/sdk'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

// Loaded when it is needed; here it is to be there at once.
import '../../sdk/src/watch-pages.ts'

const turn = () => new Promise<void>(resolve => void setTimeout(resolve))
const turns = async () => {
  for (let n = 0; n < 4; n++) await turn()
}

const { pushState } = history
let undos: (() => void)[]
beforeEach(() => {
  undos = []
  history.replaceState(null, '', '/start?token=secret')
})
afterEach(() => {
  for (const undo of undos) undo()
  vi.unstubAllGlobals()
})

/** A page that tells of itself; what it has told, by path and title. */
function follow() {
  const sdk = createSdk({
    key: 'shop',
    relay: 'https://relay.example',
    storage: null,
    pages: 'auto'
  })
  const told: unknown[] = []
  sdk.on('queued', ({ type, properties }: TrackedEvent) => {
    told.push(type === 'page' ? [properties!.path, properties!.title] : type)
  })
  undos.push(sdk.destroy)
  return { sdk, told }
}

describe('pages that tell of themselves', () => {
  it('are this one, and each that takes its place, by its own title', async () => {
    document.title = 'Start'
    const { told } = follow()
    await turns()
    history.pushState(null, '', '/cart')
    document.title = 'Cart'
    await turns()
    history.pushState(null, '', '/cart?step=2#pay')
    await turns()
    history.pushState(null, '', '/old')
    history.replaceState(null, '', '/new')
    await turns()
    expect(told).toEqual([
      ['/start', 'Start'],
      ['/cart', 'Cart'],
      ['/new', 'Cart']
    ])
  })

  it('are told of when the visitor goes back', async () => {
    const { told } = follow()
    await turns()
    history.replaceState(null, '', '/back')
    dispatchEvent(new PopStateEvent('popstate'))
    await turns()
    expect(told).toHaveLength(2)
  })

  it('are left alone once the SDK is destroyed, with the page’s own functions in place', async () => {
    const { sdk, told } = follow()
    await turns()
    expect(history.pushState).not.toBe(pushState)
    sdk.destroy()
    history.pushState(null, '', '/after')
    await turns()
    expect(told).toHaveLength(1)
    expect(history.pushState).toBe(pushState)
  })

  it('are not told of twice when everything is mounted twice', async () => {
    const first = follow()
    first.sdk.destroy()
    const second = follow()
    await turns()
    history.pushState(null, '', '/cart')
    await turns()
    expect([first.told.length, second.told.length]).toEqual([0, 2])
  })

  it('leave those in place who have wrapped the history after them', async () => {
    const { sdk, told } = follow()
    await turns()
    const ours = history.pushState
    const paths: unknown[] = []
    const theirs: typeof pushState = (...args) => {
      paths.push(args[2])
      ours.apply(history, args)
    }
    history.pushState = theirs
    sdk.destroy()
    history.pushState(null, '', '/theirs')
    await turns()
    expect([history.pushState === theirs, paths, told.length]).toEqual([true, ['/theirs'], 1])
    history.pushState = pushState
  })

  it('are heard of by the Navigation API where there is one', async () => {
    const navigation = new EventTarget()
    vi.stubGlobal('navigation', navigation)
    const { told } = follow()
    await turns()
    expect(history.pushState).toBe(pushState)
    history.pushState(null, '', '/cart')
    navigation.dispatchEvent(new Event('currententrychange'))
    await turns()
    expect(told).toHaveLength(2)
  })
})
