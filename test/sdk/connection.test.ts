import { closeCodes } from '@segue/sdk/protocol'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type createRelayPeer, refusal } from '../doubles/relay-peer.ts'
import { pass, visit, visitAndOpen } from '../doubles/visit.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const hellos = ({ heard }: ReturnType<typeof createRelayPeer>) =>
  heard.filter(frame => frame.type === 'hello')

describe('a lost connection', () => {
  it('comes back by itself and goes on where it was', async () => {
    const { peer, record } = await visitAndOpen()
    peer.message('agent', 'One')
    await pass()
    peer.cut()
    peer.message('agent', 'Two')
    await pass(500)

    expect(record.all('status')).toEqual(['connecting', 'online', 'offline', 'online'])
    expect(hellos(peer).at(-1)).toMatchObject({ conversation: 'c1', since: 1 })
    expect(record.thread).toEqual(peer.log.entries)
    expect(record.all('reset')).toEqual([])
  })

  it('is tried again after rand(0, min(20 s, 0.5 s · 2ⁿ))', async () => {
    const { peer, tab, chat } = visit()
    const waits: number[] = []
    const { after } = tab.world
    peer.is.sockets = 'no'
    peer.is.reachable = false
    tab.is.chance = 1
    peer.answers.session = () => refusal(403, 'not reached')
    tab.world.after = (ms, run) => {
      waits.push(ms)
      return after(ms, run)
    }
    chat.open()
    await pass(10 * 60_000)
    expect(waits.slice(0, 8)).toEqual([500, 1_000, 2_000, 4_000, 8_000, 16_000, 20_000, 20_000])
  })

  it.each([0, 0.25, 0.999])('spreads the tries by chance: %s', async chance => {
    const { peer, tab } = await visitAndOpen()
    tab.is.chance = chance
    peer.cut()
    await pass()
    const before = hellos(peer).length
    await pass(Math.max(0, 500 * chance - 1))
    if (chance) expect(hellos(peer)).toHaveLength(before)
    await pass(2)
    expect(hellos(peer)).toHaveLength(2)
  })

  it('counts from the beginning after thirty good seconds, and not before', async () => {
    const { peer, tab } = await visitAndOpen()
    tab.is.chance = 1
    for (const wait of [500, 1_000]) {
      peer.cut()
      await pass(wait)
    }
    await pass(30_000)
    peer.cut()
    await pass(500)
    expect(hellos(peer)).toHaveLength(4)
  })

  it.each(['online', 'pageshow', 'visibilitychange'] as const)(
    'is tried at once on %s',
    async event => {
      const { peer, tab, record } = await visitAndOpen()
      tab.is.chance = 1
      peer.is.reachable = false
      peer.cut()
      await pass(60_000)
      peer.is.reachable = true
      tab.happens(event)
      await pass()
      expect(record.status).toBe('online')
    }
  )

  it('is left alone while nobody looks', async () => {
    const { peer, tab } = await visitAndOpen()
    tab.is.chance = 1
    tab.is.visible = false
    peer.cut()
    await pass()
    tab.happens('visibilitychange')
    await pass()
    expect(hellos(peer)).toHaveLength(1)
  })
})

describe('silence', () => {
  it('is no news while the relay pings', async () => {
    const { peer } = await visitAndOpen()
    for (let n = 0; n < 8; n++) {
      await pass(25_000)
      peer.publish({ type: 'ping' })
    }
    expect(peer.heard.map(({ type }) => type)).toEqual(['hello'])
  })

  it('makes it ask after 35 s, and stay when there is an answer', async () => {
    const { peer } = await visitAndOpen()
    await pass(34_999)
    expect(peer.heard.at(-1)!.type).toBe('hello')
    await pass(1)
    expect(peer.heard.at(-1)!.type).toBe('probe')
    await pass(10_000)
    expect(peer.sockets).toHaveLength(1)
  })

  it('makes it leave three seconds after a question without an answer', async () => {
    const { peer, record } = await visitAndOpen()
    peer.hears = frame => frame.type === 'probe'
    await pass(35_000 + 2_999)
    expect(peer.sockets).toHaveLength(1)
    await pass(1_000)
    expect(peer.sockets).toHaveLength(2)
    expect(record.status).toBe('online')
  })

  it.each(['online', 'pageshow', 'visibilitychange'] as const)(
    'is broken at once on %s',
    async event => {
      const { peer, tab } = await visitAndOpen()
      tab.happens(event)
      await pass()
      expect(peer.heard.at(-1)!.type).toBe('probe')
    }
  )
})

describe('a page kept for the back button', () => {
  it('holds no socket, and connects when it is shown again', async () => {
    const { peer, tab, record } = await visitAndOpen()
    tab.happens('pagehide')
    await pass(60_000)
    expect(peer.sockets.some(({ isOpen }) => isOpen)).toBe(false)
    peer.message('agent', 'While you were away')
    tab.happens('pageshow')
    await pass()
    expect(record).toMatchObject({ status: 'online', thread: [{ text: 'While you were away' }] })
  })
})

describe('a closed connection', () => {
  it.each(Object.entries(closeCodes))('%s comes back, or not, as its code says', async (_, why) => {
    const { peer, record } = await visitAndOpen()
    peer.cut(why.code)
    await pass(30_000)
    expect(hellos(peer)).toHaveLength(why.retry ? 2 : 1)
    expect(record.status).toBe(why.retry ? 'online' : 'refused')
    expect(record.all('error').map(({ code }) => code)).toEqual(
      why.retry ? [] : [`closed_${why.code}`]
    )
  })

  it('comes back with a new token when the old one was refused', async () => {
    const { peer } = await visitAndOpen()
    peer.cut(closeCodes.unauthorized.code)
    await pass(500)
    expect(hellos(peer).map(({ token }) => token)).toEqual(['t1', 't2'])
  })

  it('waits longer when it was told that there is too much', async () => {
    const { peer, tab } = await visitAndOpen()
    tab.is.chance = 1
    peer.cut(closeCodes.tooMany.code)
    await pass(15_999)
    expect(hellos(peer)).toHaveLength(1)
    await pass(1)
    expect(hellos(peer)).toHaveLength(2)
  })

  it('that will not come back may be opened again by hand', async () => {
    const { peer, chat, record } = await visitAndOpen()
    peer.cut(closeCodes.badFrame.code)
    await pass()
    chat.open()
    await pass()
    expect(record.status).toBe('online')
  })
})
