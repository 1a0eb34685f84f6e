import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createChat } from '../../sdk/src/create-chat.ts'
import { flushed, stored } from '../doubles/stored-events.ts'
import { pass, visit } from '../doubles/visit.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('several SDKs on one page', () => {
  it('of different sites know nothing of each other', async () => {
    const { peer, tab, sdk } = visit({ consent: 'granted' })
    const other = tab.load({ key: 'other', consent: 'granted' })
    sdk.identify('ada')
    other.track('Looked')
    await other.flush()
    await sdk.flush()
    expect(stored(peer)).toMatchObject([{ event: 'Looked' }, { userId: 'ada' }])
    expect(stored(peer)[0]).not.toHaveProperty('userId')
    expect(stored(peer)[0]!.anonymousId).not.toBe(stored(peer)[1]!.anonymousId)
    sdk.reset()
    sdk.consent('denied')
    other.track('Still there')
    await other.flush()
    expect(stored(peer).at(-1)!.anonymousId).toBe(stored(peer)[0]!.anonymousId)
  })

  it('of one site send each event once, about one user, and one may leave', async () => {
    const { peer, tab, sdk } = visit({ consent: 'granted' })
    const twin = tab.load({ consent: 'granted' })
    sdk.identify('ada')
    twin.track('By the twin')
    await sdk.flush()
    await flushed(twin)
    sdk.destroy()
    twin.track('By the twin alone')
    await flushed(twin)
    expect(stored(peer).map(({ type, event, userId }) => [event ?? type, userId])).toEqual([
      ['identify', 'ada'],
      ['By the twin', 'ada'],
      ['By the twin alone', 'ada']
    ])
  })

  it('have a chat each, of the same visitor', async () => {
    const { tab, chat, record } = visit()
    const twin = createChat(tab.load())
    chat.open()
    twin.open()
    await pass()
    twin.close()
    chat.send('Hello')
    await pass()
    expect(record.thread).toMatchObject([{ text: 'Hello' }])
  })
})
