import type { BeforeForm, ClientFrame, ClientFrameOf } from '@segue/sdk/protocol'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createRelayPeer } from '../doubles/relay-peer.ts'
import { pass, turnPage, visitAndOpen } from '../doubles/visit.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const before: BeforeForm = {
  required: true,
  fields: [{ id: 'name', type: 'text', required: true }]
}

/** A relay that has begun to ask for a name since this page opened its session. */
function askingPeer() {
  const peer = createRelayPeer()
  const { session } = peer.answers
  const is = { asking: false, telling: true }
  let isKnown = false
  peer.answers.session = async call => {
    const reply = (await session!(call)) as object
    return { ...reply, ...(is.asking && is.telling && !isKnown ? { before } : {}) }
  }
  peer.hears = (frame: ClientFrame, way) => {
    if (frame.type !== 'send') return false
    isKnown ||= !is.asking || !!frame.traits?.name
    if (isKnown) return false
    way.say({ type: 'error', code: 'unanswered', message: 'Who are you?', cid: frame.cid })
    return true
  }
  return { peer, is }
}

const sends = ({ heard }: ReturnType<typeof createRelayPeer>) =>
  heard.filter((frame): frame is ClientFrameOf<'send'> => frame.type === 'send')

async function refused() {
  const { peer, is } = askingPeer()
  const visitor = await visitAndOpen(peer)
  is.asking = true
  const cids = ['One', 'Two'].map(text => visitor.chat.send(text))
  await pass()
  return { ...visitor, is, cids }
}

describe('messages that are refused because the site must know more first', () => {
  it('wait for the answers, which the page is told to ask for', async () => {
    const { record, peer, cids } = await refused()
    expect(record.all('session').at(-1)).toMatchObject({ before })
    expect(record.pending).toMatchObject(
      cids.map(cid => ({ cid, status: 'failed', error: 'unanswered' }))
    )
    expect(record.all('error')).toEqual([])
    await pass(60_000)
    expect(sends(peer)).toHaveLength(2)
  })

  it('go, in order and under their names, with the answers', async () => {
    const { chat, peer, record, cids } = await refused()
    chat.introduce({ name: 'Maja' })
    await pass()
    expect(record.thread).toMatchObject([{ text: 'One' }, { text: 'Two' }])
    expect(record.pending).toEqual([])
    expect(sends(peer).slice(2)).toMatchObject([
      { cid: cids[0], traits: { name: 'Maja' } },
      { cid: cids[1], text: 'Two' }
    ])
    chat.send('Three')
    await pass()
    expect(sends(peer).at(-1)).not.toHaveProperty('traits')
  })

  it('are still there after a reload, and go with the answers then', async () => {
    const visitor = await refused()
    const { chat, record } = await turnPage(visitor)
    chat.resume()
    await pass()
    expect(record.pending).toMatchObject([{ text: 'One', error: 'unanswered' }, { text: 'Two' }])
    chat.introduce({ name: 'Maja' })
    await pass()
    expect(record.thread).toMatchObject([{ text: 'One' }, { text: 'Two' }])
  })

  it('are said again by themselves while nothing can be asked', async () => {
    const { peer, is } = askingPeer()
    const { chat, record } = await visitAndOpen(peer)
    Object.assign(is, { asking: true, telling: false })
    chat.send('One')
    await pass()
    expect(record.pending).toMatchObject([{ text: 'One', status: 'sending' }])
    is.asking = false
    await pass(10_000)
    expect(record.thread).toMatchObject([{ text: 'One' }])
  })
})
