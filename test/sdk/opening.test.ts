import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createChat } from '../../sdk/src/create-chat.ts'
import { createRelayPeer, refusal } from '../doubles/relay-peer.ts'
import { pass, turnPage, visit, visitAndOpen } from '../doubles/visit.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const page = { url: 'https://shop.example/shop', title: 'Shop' }

describe('before the first click', () => {
  it('sends nothing, stores nothing and leaves no timer', async () => {
    const { peer, tab, sdk, chat } = visit()
    sdk.track('Product Viewed', { name: 'Cup' })
    sdk.identify('ada', { plan: 'gold' })
    sdk.page()
    chat.show(false)
    expect(chat.resume()).toBe(false)
    await pass(60_000)

    expect(peer.calls).toEqual([])
    expect(peer.sockets).toEqual([])
    expect([...tab.local.kept, ...tab.session.kept]).toEqual([])
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('opening the chat', () => {
  it('starts a session, connects and says who is looking at what', async () => {
    const { peer, chat, record } = visit()
    chat.show(true)
    chat.open()
    await pass()

    expect(peer.calls).toMatchObject([
      { path: 'session', body: { site: 'shop', language: 'sv', page } }
    ])
    expect(peer.heard).toEqual([
      { type: 'hello', token: 't1', since: 0, visible: true, visibleMs: 0, page }
    ])
    expect(record.all('status')).toEqual(['connecting', 'online'])
  })

  it('tells the page what it may know, and not the secret', async () => {
    const { record, tab } = await visitAndOpen()
    const [session] = record.all('session')
    expect(session).toMatchObject({ visitor: 'v1', look: { name: 'Shop' } })
    expect(session).not.toHaveProperty('secret')
    expect(session).not.toHaveProperty('token')
    expect(JSON.parse(tab.local.kept.get('segue:shop')!)).toEqual({
      visitor: 'v1',
      secret: 's1',
      liveUntil: 0
    })
  })

  it.each([3, 130])(
    'is online once the thread of %i messages is there, and no sooner',
    async count => {
      const peer = createRelayPeer()
      for (let n = 0; n < count; n++) peer.log.message('agent', `${n}`)
      const { record } = await visitAndOpen(peer)
      const told = record.told.map(([event]) => event).filter(event => event !== 'session')
      expect(told.at(-1)).toBe('status')
      expect(told.indexOf('entries')).toBeLessThan(told.lastIndexOf('status'))
      expect(record.all('status')).toEqual(['connecting', 'online'])
      expect(record.thread.length).toBe(Math.min(count, 100))
    }
  )

  it('is safe to repeat', async () => {
    const { peer, chat } = await visitAndOpen()
    chat.open()
    await pass(1_000)
    expect(peer.sockets).toHaveLength(1)
  })

  it('shows what was said before', async () => {
    const { peer, chat, record } = visit()
    peer.message('agent', 'Hello!')
    peer.message('visitor', 'Hi')
    chat.open()
    await pass()
    expect(record.thread).toEqual(peer.log.entries)
    expect(record.all('reset')).toEqual([])
  })

  it('begins a long thread at its newest page, and fetches what came before when asked', async () => {
    const { peer, chat, record } = visit()
    for (let n = 1; n <= 130; n++) peer.message('agent', `${n}`)
    chat.open()
    await pass()
    expect(record.thread.map(({ seq }) => seq)).toEqual(
      Array.from({ length: 100 }, (_, n) => n + 31)
    )

    const earlier = await chat.earlier(31)
    expect(earlier.entries.map(({ seq }) => seq)).toEqual(
      Array.from({ length: 30 }, (_, n) => n + 1)
    )
    expect(earlier.earlier).toBe(false)
    expect(peer.calls.at(-1)!.headers.get('authorization')).toBe('Bearer t1')
  })
})

describe('coming back', () => {
  it('goes on with a live conversation on the next page', async () => {
    const visitor = await visitAndOpen()
    visitor.chat.send('Hello')
    await pass()
    const { chat, record } = await turnPage(visitor)

    expect(chat.resume()).toBe(true)
    await pass()
    expect(visitor.peer.calls.at(-1)!.body).toMatchObject({ visitor: 'v1', secret: 's1' })
    expect(record.thread).toMatchObject([{ seq: 1, text: 'Hello' }])
  })

  it('does not go on by itself when nothing was said, or when it is closed', async () => {
    const visitor = await visitAndOpen()
    const { chat } = await turnPage(visitor)
    expect(chat.resume()).toBe(false)

    chat.open()
    chat.send('Hello')
    await pass()
    const closed = visitor.peer.log.append({ type: 'state', at: 0, state: 'closed' })
    visitor.peer.publish({ type: 'entries', conversation: 'c1', entries: [closed] })
    await pass()
    expect(createChat(visitor.tab.load()).resume()).toBe(false)
  })

  it('is remembered once a minute, and not with every word', async () => {
    const { peer, chat, tab } = await visitAndOpen()
    const kept = () => tab.local.kept.get('segue:shop')
    chat.send('Hello')
    await pass()
    const first = kept()
    await pass(30_000)
    peer.message('agent', 'Hi')
    await pass()
    expect(kept()).toBe(first)
    await pass(31_000)
    peer.message('agent', 'How may I help?')
    await pass()
    expect(kept()).not.toBe(first)
  })

  it.each([
    [13, true],
    [15, false]
  ])('%i days after the last word goes on by itself: %s', async (days, goesOn) => {
    const visitor = await visitAndOpen()
    visitor.chat.send('Hello')
    await pass()
    visitor.sdk.destroy()
    await pass(days * 86_400_000)
    expect(createChat(visitor.tab.load()).resume()).toBe(goesOn)
  })

  it('redeems a return link, with a new connection for whoever it makes the visitor', async () => {
    const { peer, chat, record } = await visitAndOpen()
    const { session } = peer.answers
    peer.answers.session = call => ({ ...(session!(call) as object), returned: true })

    await expect(chat.returnWith('one-time')).resolves.toBe(true)
    await pass()
    expect(peer.calls.at(-1)!.body).toMatchObject({ visitor: 'v1', returnToken: 'one-time' })
    expect(peer.heard.at(-1)).toMatchObject({ type: 'hello', token: 't2', since: 0 })
    expect(record.status).toBe('online')
  })

  it('says that a return link was not good, and that it could not be asked', async () => {
    const { peer, chat } = visit()
    await expect(chat.returnWith('old')).resolves.toBe(false)
    chat.close()
    peer.answers.session = () => refusal(403, 'forbidden')
    await expect(chat.returnWith('old')).resolves.toBe(false)
  })
})
