import { MAX_TEXT } from '@segue/sdk/protocol'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { createRelayPeer } from '../doubles/relay-peer.ts'
import { pass, turnPage, visit, visitAndOpen } from '../doubles/visit.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const sends = ({ heard }: ReturnType<typeof createRelayPeer>) =>
  heard.filter(frame => frame.type === 'send')
const texts = (peer: ReturnType<typeof createRelayPeer>) => sends(peer).map(({ text }) => text)

describe('a message', () => {
  it('is pending until it takes its place in the thread', async () => {
    const { peer, chat, record } = await visitAndOpen()
    const cid = chat.send('Is it in stock?')
    expect(record.pending).toMatchObject([{ cid, text: 'Is it in stock?', status: 'sending' }])
    await pass()
    expect(record.pending).toEqual([])
    expect(record.thread).toMatchObject([{ seq: 1, cid, text: 'Is it in stock?' }])
    expect(sends(peer)).toEqual([{ type: 'send', cid, text: 'Is it in stock?' }])
  })

  it('takes along, once, what the visitor says of themselves', async () => {
    const { peer, chat } = await visitAndOpen()
    chat.introduce({ name: 'Maja' })
    chat.introduce({ terms: true })
    const first = chat.send('Hello')
    const second = chat.send('Anybody?')
    await pass()
    expect(sends(peer)).toEqual([
      { type: 'send', cid: first, text: 'Hello', traits: { name: 'Maja', terms: true } },
      { type: 'send', cid: second, text: 'Anybody?' }
    ])
  })

  it('opens the chat if nobody has, and goes when there is a connection', async () => {
    const { peer, chat, record } = visit()
    chat.send('Hello')
    chat.send('Yes please', { button: 'mirror:yes' })
    await pass()
    expect(sends(peer)).toMatchObject([
      { text: 'Hello' },
      { text: 'Yes please', button: 'mirror:yes' }
    ])
    expect(record.thread).toHaveLength(2)
  })

  it('stays pending between its acknowledgement and its entry', async () => {
    const { peer, tab, chat, record } = await visitAndOpen()
    peer.hears = (frame, way) => {
      if (frame.type !== 'send') return false
      const { entry } = peer.log.receive(frame)
      way.say({ type: 'ack', cid: frame.cid, id: 'm1', conversation: 'c1', seq: entry.seq })
      return true
    }
    chat.send('Hello')
    await pass(30_000)
    expect(record.pending).toMatchObject([{ text: 'Hello', status: 'sending' }])
    expect(sends(peer)).toHaveLength(1)
    expect(tab.local.kept.has('segue:shop:sends')).toBe(false)

    peer.publish({ type: 'entries', conversation: 'c1', entries: [{ type: 'hidden', seq: 1 }] })
    await pass()
    expect(record.pending).toEqual([])
  })

  it('is no longer pending once it is in the thread, even if its acknowledgement was lost', async () => {
    const { peer, chat, record } = await visitAndOpen()
    peer.hears = frame => {
      if (frame.type !== 'send') return false
      const { entry } = peer.log.receive(frame)
      peer.publish({ type: 'entries', conversation: 'c1', entries: [entry] })
      return true
    }
    chat.send('Hello')
    await pass(30_000)
    expect(record).toMatchObject({ pending: [], thread: [{ text: 'Hello' }] })
    expect(sends(peer)).toHaveLength(1)
  })

  it('is said again under the same name after ten seconds without an answer', async () => {
    const { peer, chat, record } = await visitAndOpen()
    peer.hears = frame => frame.type === 'send'
    const first = chat.send('One')
    await pass(5_000)
    const second = chat.send('Two')
    await pass(4_999)
    expect(sends(peer)).toHaveLength(2)
    peer.hears = () => false
    await pass(1)
    expect(sends(peer).map(({ cid }) => cid)).toEqual([first, second, first, second])
    expect(record.thread).toMatchObject([{ text: 'One' }, { text: 'Two' }])
    await pass(20_000)
    expect(sends(peer)).toHaveLength(4)
  })

  it('waits while there is no network, and goes in order when there is', async () => {
    const { peer, chat, record } = await visitAndOpen()
    peer.is.reachable = false
    peer.cut()
    await pass()
    for (const text of ['One', 'Two', 'Three']) chat.send(text)
    await pass(60_000)
    expect(sends(peer)).toEqual([])
    peer.is.reachable = true
    await pass(20_000)
    expect(record.thread).toMatchObject([{ text: 'One' }, { text: 'Two' }, { text: 'Three' }])
    expect(record.pending).toEqual([])
  })

  it('survives a reload of the tab', async () => {
    const visitor = await visitAndOpen()
    visitor.peer.is.reachable = false
    visitor.peer.cut()
    const cid = visitor.chat.send('Hello')
    visitor.peer.is.reachable = true
    const { chat, record } = await turnPage(visitor)
    expect(chat.resume()).toBe(true)
    expect(record.pending).toMatchObject([{ cid, text: 'Hello', status: 'sending' }])
    await pass()
    expect(record.thread).toMatchObject([{ cid, text: 'Hello' }])
    expect(visitor.tab.local.kept.has('segue:shop:sends')).toBe(false)
  })

  it('is not disturbed by rubbish that somebody left in the storage', async () => {
    const { tab, chat, record } = visit()
    tab.local.setItem('segue:shop:sends', '[null, 7, {"cid": "x"}]')
    expect(chat.resume()).toBe(false)
    chat.open()
    await pass()
    expect(record).toMatchObject({ status: 'online', pending: [] })
  })
})

describe('a refused message', () => {
  it('has failed, and can be sent again or given up', async () => {
    const { peer, chat, record } = await visitAndOpen()
    peer.hears = (frame, way) => {
      if (frame.type !== 'send') return false
      way.say({ type: 'error', code: 'too_many', message: 'Slow down.', cid: frame.cid })
      return true
    }
    const cid = chat.send('One')
    const other = chat.send('Two')
    await pass()
    expect(record.pending).toMatchObject([
      { cid, status: 'failed', error: 'too_many' },
      { cid: other, status: 'failed', error: 'too_many' }
    ])
    expect(record.all('error')).toEqual([])

    chat.discard(other)
    expect(record.pending).toHaveLength(1)
    peer.hears = () => false
    chat.retry(cid)
    expect(record.pending).toMatchObject([{ cid, status: 'sending' }])
    expect(record.pending[0]).not.toHaveProperty('error')
    await pass(30_000)
    expect(record.pending).toEqual([])
    expect(texts(peer)).toEqual(['One', 'Two', 'One'])
  })

  it('is still there after a reload, and is not sent by itself', async () => {
    const visitor = await visitAndOpen()
    const { peer } = visitor
    peer.hears = (frame, way) => {
      if (frame.type !== 'send') return false
      way.say({ type: 'error', code: 'too_many', message: 'Slow down.', cid: frame.cid })
      return true
    }
    visitor.chat.send('One')
    await pass()
    const { chat, record } = await turnPage(visitor)
    chat.resume()
    await pass(30_000)
    expect(record.pending).toMatchObject([{ text: 'One', status: 'failed' }])
    expect(texts(peer)).toEqual(['One'])
  })

  it.each([
    ['empty', ' \n'],
    ['too_long', 'x'.repeat(MAX_TEXT + 1)]
  ])('is not even sent when it is %s', async (error, text) => {
    const { peer, chat, record } = await visitAndOpen()
    const cid = chat.send(text)
    chat.retry(cid)
    await pass(20_000)
    expect(record.pending).toMatchObject([{ cid, status: 'failed', error }])
    expect(sends(peer)).toEqual([])
    expect(record.status).toBe('online')
  })
})
