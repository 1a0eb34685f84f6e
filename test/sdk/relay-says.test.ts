import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createRelayPeer, refusal } from '../doubles/relay-peer.ts'
import { pass, visit, visitAndOpen } from '../doubles/visit.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const hellos = ({ heard }: ReturnType<typeof createRelayPeer>) =>
  heard.filter(frame => frame.type === 'hello')

describe('a thread that changes', () => {
  it('is taken from the beginning, on the same connection, when the relay says so', async () => {
    const { peer, record } = await visitAndOpen()
    peer.message('agent', 'One')
    await pass()
    peer.log.replace('c2')
    peer.message('agent', 'Another thread')
    peer.publish({ type: 'reset' })
    await pass()
    expect(peer.sockets).toHaveLength(1)
    expect(hellos(peer).at(-1)).not.toHaveProperty('conversation')
    expect(record.thread).toEqual(peer.log.entries)
  })

  it('is caught up with when an entry did not arrive', async () => {
    const { peer, record } = await visitAndOpen()
    peer.log.message('agent', 'Lost on the way')
    peer.message('agent', 'Two')
    await pass()
    expect(hellos(peer)).toHaveLength(2)
    expect(record.thread).toEqual(peer.log.entries)
  })

  it('is fetched after a while when the relay cannot give it now', async () => {
    const { peer, chat, record } = visit()
    const { thread } = peer.answers
    for (let n = 0; n < 120; n++) peer.log.message('agent', `${n}`)
    peer.answers.thread = () => refusal(503, 'unavailable')
    chat.open()
    await pass(10_000)
    expect(record.thread).toEqual([])
    peer.answers.thread = thread!
    await pass(20_000)
    expect(record.thread).toHaveLength(100)
  })
})

describe('what the relay says', () => {
  it('is not taken amiss when it is of a later version, or no JSON', async () => {
    const { peer, record } = await visitAndOpen()
    peer.publish({ type: 'fireworks' } as never)
    peer.publish({ type: '__proto__' } as never)
    peer.publish({ type: 'error', code: 'too_many', message: 'Slow down.' })
    await pass()
    expect(record.all('error')).toEqual([{ code: 'too_many', message: 'Slow down.' }])
    expect(record.status).toBe('online')
  })

  it('ends it with an error when this page may not connect', async () => {
    const peer = createRelayPeer()
    peer.answers.session = () => refusal(403, 'origin_not_allowed')
    const { record } = await visitAndOpen(peer)
    await pass(60_000)
    expect(record.all('error')).toEqual([
      { code: 'origin_not_allowed', message: 'Refused: origin_not_allowed' }
    ])
    expect(record.status).toBe('refused')
    expect(peer.calls).toHaveLength(1)
  })

  it('keeps what is written to a relay that refuses, and asks once more with each message', async () => {
    const peer = createRelayPeer()
    const { session } = peer.answers
    peer.answers.session = () => refusal(403, 'forbidden')
    const { chat, record } = await visitAndOpen(peer)
    chat.send('Hello?')
    await pass(60_000)
    expect(peer.calls).toHaveLength(2)
    expect(record.status).toBe('refused')
    expect(record.pending).toMatchObject([{ text: 'Hello?', status: 'sending' }])
    peer.answers.session = session!
    chat.open()
    await pass()
    expect(record).toMatchObject({ status: 'online', thread: [{ text: 'Hello?' }] })
  })
})
