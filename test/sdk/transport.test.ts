import { closeCodes, SUBPROTOCOL } from '@segue/sdk/protocol'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { socketTransport } from '../../sdk/src/socket-transport.ts'
import { createTab } from '../doubles/page.ts'
import { createRelayPeer, refusal } from '../doubles/relay-peer.ts'
import { pass, turnPage, visitAndOpen } from '../doubles/visit.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const MINUTE = 60_000

/** A network on which sockets do not open, or never say so. */
const behindProxy = (sockets: 'no' | 'never' = 'no') => {
  const peer = createRelayPeer()
  peer.is.sockets = sockets
  return peer
}

const polls = ({ calls }: ReturnType<typeof createRelayPeer>) =>
  calls.filter(({ path }) => path === 'poll')

describe('where sockets are refused', () => {
  it('polls after two of them, and nobody notices', async () => {
    const peer = behindProxy()
    const { chat, record } = await visitAndOpen(peer)
    await pass(2_000)
    expect(peer.sockets).toHaveLength(2)
    expect(record.status).toBe('online')

    peer.message('agent', 'Hello!')
    await pass()
    const cid = chat.send('Hi')
    await pass()
    expect(record.thread).toMatchObject([{ text: 'Hello!' }, { cid, text: 'Hi' }])
    expect(record.pending).toEqual([])
  })

  it('gives each of them four seconds', async () => {
    const peer = behindProxy('never')
    const { tab, record } = await visitAndOpen(peer)
    tab.is.chance = 0
    await pass(7_999)
    expect(polls(peer)).toEqual([])
    await pass(1_000)
    expect(peer.sockets).toHaveLength(2)
    expect(record.status).toBe('online')
  })

  it('gives up a socket that opens and carries nothing', async () => {
    const peer = createRelayPeer()
    peer.hears = frame => frame.type === 'hello' && !polls(peer).length
    const { record } = await visitAndOpen(peer)
    await pass(12_000)
    expect(record.status).toBe('online')
    expect(polls(peer).length).toBeGreaterThan(0)
  })

  it('gives up sockets that a proxy opens and closes with a code of its own', async () => {
    const peer = createRelayPeer()
    peer.hears = frame => {
      if (frame.type !== 'hello' || polls(peer).length) return false
      peer.sockets.at(-1)!.end(1011)
      return true
    }
    const { record } = await visitAndOpen(peer)
    await pass(2_000)
    expect(record.status).toBe('online')
    expect(peer.sockets).toHaveLength(2)
  })

  it('stays with sockets while it is the relay that closes them', async () => {
    const peer = createRelayPeer()
    peer.hears = frame => {
      if (frame.type === 'hello') peer.sockets.at(-1)!.end(closeCodes.restarting.code)
      return true
    }
    await visitAndOpen(peer)
    await pass(MINUTE)
    expect(peer.sockets.length).toBeGreaterThan(3)
    expect(polls(peer)).toEqual([])
  })

  it('asks one question at a time, and takes an empty answer for a sign of life', async () => {
    const peer = behindProxy()
    const { record } = await visitAndOpen(peer)
    await pass(2_000)
    const before = polls(peer).length
    await pass(4 * MINUTE)
    expect(polls(peer).length - before).toBe(9)
    expect(peer.heard.filter(({ type }) => type === 'probe')).toEqual([])
    expect(record.all('status')).toEqual(['connecting', 'offline', 'online'])
  })

  it('polls at once on the next page of the tab', async () => {
    const visitor = await visitAndOpen(behindProxy())
    await pass(2_000)
    const { chat, record } = await turnPage(visitor)
    chat.open()
    await pass()
    expect(record.status).toBe('online')
    expect(visitor.peer.sockets).toHaveLength(2)
  })

  it('tries a socket every five minutes, and comes over when one opens', async () => {
    const peer = behindProxy()
    const { record } = await visitAndOpen(peer)
    await pass(2_000)
    await pass(5 * MINUTE)
    expect(peer.sockets).toHaveLength(3)
    peer.is.sockets = 'yes'
    await pass(5 * MINUTE)
    expect(peer.sockets).toHaveLength(5)
    expect(record.all('status')).toEqual(['connecting', 'offline', 'online'])

    const before = polls(peer).length
    peer.message('agent', 'By socket')
    await pass(MINUTE)
    expect(record.thread).toMatchObject([{ text: 'By socket' }])
    expect(polls(peer)).toHaveLength(before)
  })

  it('tries both in turn while neither works', async () => {
    const peer = behindProxy()
    const { tab, record } = await visitAndOpen(peer)
    tab.is.chance = 0.1
    peer.answers.poll = () => refusal(502, 'bad_gateway')
    await pass(MINUTE)
    expect(Math.abs(peer.sockets.length - polls(peer).length)).toBeLessThan(3)
    peer.is.sockets = 'yes'
    await pass(10_000)
    expect(record.status).toBe('online')
  })

  it('comes back when the relay has forgotten the poll', async () => {
    const peer = behindProxy()
    const { record } = await visitAndOpen(peer)
    await pass(2_000)
    peer.cut()
    peer.message('agent', 'After the restart')
    await pass(2_000)
    expect(record).toMatchObject({ status: 'online', thread: [{ text: 'After the restart' }] })
  })

  it('ends as the relay says', async () => {
    const peer = behindProxy()
    peer.answers.poll = () => ({ session: 'p1', frames: [], closed: 4403 })
    const { record } = await visitAndOpen(peer)
    await pass(MINUTE)
    expect(record.all('error')).toMatchObject([{ code: 'closed_4403' }])
    expect(polls(peer)).toHaveLength(1)
  })

  it('tries no socket after it has given up', async () => {
    const peer = behindProxy()
    const { record } = await visitAndOpen(peer)
    await pass(2_000)
    peer.answers.poll = () => ({ session: 'p1', frames: [], closed: 4403 })
    await pass(30 * MINUTE)
    expect(record.status).toBe('refused')
    expect(peer.sockets).toHaveLength(2)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('holds no call after it is closed', async () => {
    const peer = behindProxy()
    const { chat } = await visitAndOpen(peer)
    await pass(2_000)
    chat.close()
    const before = polls(peer).length
    await pass(10 * MINUTE)
    expect(polls(peer)).toHaveLength(before)
    expect(peer.sockets).toHaveLength(2)
  })
})

describe('a socket', () => {
  it('is opened where the relay is, with our subprotocol and nothing secret in its address', async () => {
    const opened: string[][] = []
    const peer = createRelayPeer()
    const { world } = createTab(peer)
    const openSocket = (url: string, protocol: string) => {
      opened.push([url, protocol])
      return peer.openSocket()
    }
    const events = { opened() {}, frame() {}, closed() {} }
    socketTransport({ ...world, openSocket }, 'https://relay.example/chat')(events)
    socketTransport({ ...world, openSocket }, 'http://localhost:3000')(events)
    expect(opened).toEqual([
      ['wss://relay.example/chat/v1/socket', SUBPROTOCOL],
      ['ws://localhost:3000/v1/socket', SUBPROTOCOL]
    ])
  })

  it('that a policy forbids is a refused one', async () => {
    const peer = createRelayPeer()
    peer.openSocket = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError')
    }
    const { record } = await visitAndOpen(peer)
    await pass(2_000)
    expect(record.status).toBe('online')
    expect(polls(peer).length).toBeGreaterThan(0)
  })

  it('may say what is no JSON', async () => {
    const heard: unknown[] = []
    const socket = { readyState: 1, send() {}, close() {} } as unknown as WebSocket
    const { world } = createTab(createRelayPeer())
    const frame = (value: unknown) => heard.push(value)
    socketTransport(
      { ...world, openSocket: () => socket },
      'https://relay.example'
    )({
      opened() {},
      frame,
      closed() {}
    })
    for (const data of ['{', 'null', '{"type":"pong"}']) {
      socket.onmessage?.(new MessageEvent('message', { data }))
    }
    expect(heard).toEqual([{ type: 'pong' }])
  })
})
