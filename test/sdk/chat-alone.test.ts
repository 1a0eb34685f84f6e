// The chat fetches it when it is asked for it; here it is to be there at once.
import '../../sdk/src/late-client.ts'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createChatAlone } from '../../sdk/src/chat-alone.ts'
import { createTab } from '../doubles/page.ts'
import { createRelayPeer } from '../doubles/relay-peer.ts'
import { batches, flushed, stored } from '../doubles/stored-events.ts'
import { pass } from '../doubles/visit.ts'

const OPTIONS = { key: 'shop', relay: 'https://relay.example/' }
const USER = 'segue:shop:user'
const EARLIER = { at: Date.UTC(2026, 4, 1), url: 'https://shop.example/cart', title: 'Cart' }

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A visitor who talks at once. */
async function talk() {
  const peer = createRelayPeer()
  const tab = createTab(peer)
  const alone = createChatAlone(OPTIONS, tab.world)
  alone.chat.open()
  await pass()
  return { ...alone, peer, tab }
}

describe('a chat without the rest of its SDK', () => {
  it('talks, and keeps nothing of a user whom nobody has asked for', async () => {
    const { chat, peer, tab } = await talk()
    const statuses: string[] = []
    chat.on('pending', pending => statuses.push(pending.map(({ status }) => status).join()))
    chat.send('Hello')
    await pass()
    expect(peer.calls.map(({ path }) => path)).toEqual(['session'])
    expect(statuses).toContain('sending')
    expect(tab.local.kept.has(USER)).toBe(false)
  })

  it('is an answer for the events of an SDK that comes later, and says whose they are', async () => {
    const { grow, peer, tab } = await talk()
    const sdk = await grow()
    sdk.track('Looked')
    await pass()
    await flushed(sdk)
    expect(stored(peer)).toMatchObject([{ event: 'Looked' }])
    expect(batches(peer)[0]).toHaveProperty('token')
    expect(tab.local.kept.has(USER)).toBe(true)
  })

  it('has one SDK, however often it is asked for', async () => {
    const { grow } = await talk()
    expect(await grow()).toBe(await grow())
  })

  it('makes calls as they would have been made then and there, in their order', async () => {
    const { callAsOf, grow, peer } = await talk()
    callAsOf(EARLIER, sdk => sdk.track('First'))
    callAsOf({ ...EARLIER, at: EARLIER.at + 5 }, sdk => sdk.track('Second'))
    const sdk = await grow()
    await pass()
    await flushed(sdk)
    expect(stored(peer)).toMatchObject([
      {
        event: 'First',
        timestamp: '2026-05-01T00:00:00.000Z',
        context: { page: { path: '/cart' } }
      },
      { event: 'Second', timestamp: '2026-05-01T00:00:00.005Z' }
    ])
  })

  it('lets a no from before the chat was opened count, however late its code comes', async () => {
    const { callAsOf, grow, tab } = await talk()
    const keep = vi.spyOn(tab.world.local, 'write')
    callAsOf(EARLIER, sdk => {
      sdk.track('Never')
      sdk.consent('denied')
    })
    await grow()
    await pass()
    expect(keep.mock.calls.filter(([key, value]) => key === USER && value)).toEqual([])
    expect([...tab.local.kept.keys()]).toEqual(['segue:shop'])
  })

  it('knows what the page has said of its user before', async () => {
    const { chat, callAsOf } = await talk()
    callAsOf(EARLIER, sdk => sdk.identify('ada', { email: 'ada@shop.example' }))
    expect(await chat.known()).toEqual({ email: 'ada@shop.example' })
  })

  it('signs out as one', async () => {
    const { callAsOf, peer, tab } = await talk()
    expect(tab.local.kept.has('segue:shop')).toBe(true)
    await callAsOf({ ...EARLIER, at: Date.now() + 1 }, sdk => sdk.reset())
    await pass()
    expect([...tab.local.kept.keys()]).toEqual([])
    expect(peer.sockets.at(-1)!.isOpen).toBe(false)
  })

  it('leaves nothing running, with the SDK or without', async () => {
    const without = await talk()
    without.destroy()
    const withIt = await talk()
    await withIt.grow()
    withIt.destroy()
    await pass()
    expect(without.tab.leftovers()).toBe(0)
    expect(withIt.tab.leftovers()).toBe(0)
  })
})
