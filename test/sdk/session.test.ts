import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createRelayPeer, refusal } from '../doubles/relay-peer.ts'
import { pass, turnPage, visitAndOpen } from '../doubles/visit.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const sessions = ({ calls }: ReturnType<typeof createRelayPeer>) =>
  calls.filter(({ path }) => path === 'session')

it('uses a token until shortly before its end, then asks for another in the same name', async () => {
  const { peer, chat } = await visitAndOpen()
  await pass(14 * 60_000)
  await chat.earlier(1)
  expect(sessions(peer)).toHaveLength(1)
  await pass(31_000)
  await chat.earlier(1)
  expect(sessions(peer).at(-1)!.body).toMatchObject({ visitor: 'v1', secret: 's1' })
  expect(peer.calls.at(-1)!.headers.get('authorization')).toBe('Bearer t2')
})

it('replaces a refused token once', async () => {
  const { peer, chat } = await visitAndOpen()
  const { thread } = peer.answers
  peer.answers.thread = call =>
    call.headers.get('authorization') === 'Bearer t1' ? refusal(401, 'expired') : thread!(call)
  await expect(chat.earlier(1)).resolves.toMatchObject({ conversation: 'c1' })

  peer.answers.thread = () => refusal(401, 'no')
  await expect(chat.earlier(1)).rejects.toMatchObject({ status: 401 })
  expect(sessions(peer)).toHaveLength(3)
})

it('does not ask at every call when this clock runs ahead', async () => {
  const peer = createRelayPeer()
  const { session } = peer.answers
  peer.answers.session = async call => ({ ...((await session!(call)) as object), expires: 0 })
  const { chat } = await visitAndOpen(peer)
  await chat.earlier(1)
  await chat.earlier(1)
  expect(sessions(peer)).toHaveLength(1)
})

it('asks once for all who wait', async () => {
  const { peer, chat } = await visitAndOpen()
  await pass(20 * 60_000)
  const before = sessions(peer).length
  await Promise.all([chat.earlier(1), chat.earlier(2), chat.offerHandoff('x').catch(() => {})])
  expect(sessions(peer)).toHaveLength(before + 1)
})

it('lets one tab at a time become a new visitor', async () => {
  const peer = createRelayPeer()
  const visitor = await visitAndOpen(peer)
  const names: string[] = []
  visitor.tab.local.clear()
  visitor.tab.world.alone = (name, task) => {
    names.push(name)
    return task()
  }
  const next = await turnPage(visitor)
  next.chat.open()
  await pass()
  const again = await turnPage({ ...visitor, sdk: next.sdk })
  again.chat.open()
  await pass()
  expect(names).toEqual(['segue:shop'])
})

it('stores nothing for a visitor who signed out while the relay was asked', async () => {
  const { peer, tab, sdk, chat } = await visitAndOpen()
  sdk.reset()
  chat.open()
  sdk.reset()
  await pass(1_000)
  expect(sessions(peer)).toHaveLength(2)
  expect(tab.local.kept.has('segue:shop')).toBe(false)
})
