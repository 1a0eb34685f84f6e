import type { ThreadPage } from '@segue/sdk/protocol'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { pass, visitAndOpen } from '../doubles/visit.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const texts = (entries: readonly { type: string }[]) =>
  entries.map(entry => ('text' in entry ? entry.text : entry.type))

it('a message that begins another conversation is shown until that one is here, and once', async () => {
  const { peer, chat, record } = await visitAndOpen()
  for (const text of ['One', 'Two', 'Three']) peer.message('agent', text)
  await pass()
  let fetched = (_page: ThreadPage) => {}
  peer.answers.thread = () =>
    new Promise(resolve => {
      fetched = resolve
    })
  peer.hears = (frame, way) => {
    if (frame.type === 'send') {
      way.say({ type: 'reset' })
      way.say({ type: 'ack', cid: frame.cid, id: 'm1', conversation: 'c2', seq: 1 })
    } else if (frame.type === 'hello') {
      way.say({ type: 'welcome', conversation: 'c2', seq: 1, replay: 'reset' })
    }
    return true
  }
  const cid = chat.send('Something else')
  await pass()
  expect(record.pending).toMatchObject([{ cid, status: 'sending' }])

  const on = { account: 'web', network: 'web' }
  const said = { seq: 1, at: 1, type: 'message', id: 'm1', cid, from: 'visitor', on } as const
  const entries = [{ ...said, text: 'Something else' }]
  fetched({ conversation: 'c2', seq: 1, entries, earlier: false })
  await pass()
  expect(texts(record.thread)).toEqual(['Something else'])
  expect(record.pending).toEqual([])
})

it('a message that is known from a former conversation is no longer on its way', async () => {
  const { peer, chat, record } = await visitAndOpen()
  peer.hears = (frame, way) => {
    if (frame.type !== 'send') return false
    way.say({ type: 'ack', cid: frame.cid, id: 'm1', conversation: 'before', seq: 9 })
    return true
  }
  chat.send('Hello')
  await pass()
  expect(record.pending).toEqual([])
})

it('asks for the visitor’s conversations in their name', async () => {
  const { peer, chat } = await visitAndOpen()
  peer.answers.conversations = ({ method }) => (method === 'GET' ? { items: [] } : { id: 'c2' })
  peer.answers.search = () => ({ hits: [], more: false })
  peer.answers['conversations/c1/enter'] = () => new Response(null, { status: 204 })
  expect(await chat.conversations()).toEqual({ items: [] })
  await chat.conversations('5.c1')
  await chat.begin()
  await chat.enter('c1')
  await chat.threadOf('c1', { before: 9 })
  await chat.search('Über uns')
  const asked = peer.calls.slice(1).map(({ method, path, search }) => `${method} ${path}${search}`)
  expect(asked).toEqual([
    'GET conversations',
    'GET conversations?cursor=5.c1',
    'POST conversations',
    'POST conversations/c1/enter',
    'GET thread?limit=100&conversation=c1&before=9',
    'GET search?q=%C3%9Cber+uns'
  ])
})
