import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createChat } from '../../sdk/src/create-chat.ts'
import { stored } from '../doubles/stored-events.ts'
import { pass, visit, visitAndOpen } from '../doubles/visit.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('the chat of an SDK', () => {
  it('is one, however often it is asked for, and one of its own for each SDK', () => {
    const { tab, sdk, chat } = visit()
    expect(createChat(sdk)).toBe(chat)
    expect(createChat({ ...sdk })).toBe(chat)
    // As frameworks hand out what is put into their state.
    expect(createChat(new Proxy(sdk, {}))).toBe(chat)
    expect(createChat(tab.load())).not.toBe(chat)
  })

  it('answers for a consent that was pending, and says whose the events are', async () => {
    const { peer, sdk, chat } = visit()
    sdk.track('Looked')
    await pass(10_000)
    expect(peer.calls).toEqual([])
    chat.open()
    await sdk.flush()
    expect(stored(peer)).toMatchObject([{ event: 'Looked' }])
    const batch = peer.calls.find(({ path }) => path.endsWith('batch'))
    expect(batch!.body).toHaveProperty('token')
  })

  it('is forgotten by a sign-out on a page that has no chat', async () => {
    const { tab, sdk, chat } = await visitAndOpen()
    chat.send('Hello')
    expect(tab.local.kept.has('segue:shop')).toBe(true)
    sdk.destroy()
    expect(tab.session.kept.size).toBeGreaterThan(0)
    tab.load().reset()
    expect([...tab.local.kept.keys(), ...tab.session.kept.keys()]).toEqual([])
  })
})
