import type { Entry, MessageEntry } from '@segue/sdk'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createPanelStores } from '../../../widget/src/stores/panel-stores.ts'
import { type Draft, entriesFrom, HIDDEN, linked, said, seenBy } from '../../doubles/entries.ts'
import { aSession, fakeChat, SMS, WHATSAPP } from '../../doubles/fake-chat.ts'

/** A conversation, with everything the page is told. */
function begin() {
  const fake = fakeChat()
  const news: MessageEntry[] = []
  const links: string[] = []
  const stores = createPanelStores(fake.chat, {
    onNews: message => news.push(message),
    onLinked: link => links.push(link.id)
  })
  // Computed stores are lazy; the panel and the shell listen to these.
  stores.conversation.$unread.listen(() => {})
  stores.conversation.$timeline.listen(() => {})
  let next = 1
  return {
    ...fake,
    ...stores,
    links,
    newsTexts: () => news.map(({ text }) => text),
    hear(...drafts: Draft[]) {
      const entries: Entry[] = entriesFrom(next, ...drafts)
      next += drafts.length
      fake.tell('entries', entries)
    },
    restart(from = 1) {
      next = from
      fake.tell('reset', undefined)
    }
  }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('news', () => {
  it('is what others say once we are live, each message once', () => {
    const { hear, tell, newsTexts } = begin()
    tell('status', 'connecting')
    hear(said('agent', 'Long ago'), said('visitor', 'Indeed'))
    tell('status', 'online')
    hear(said('agent', 'Just now'), said('visitor', 'My own echo'), HIDDEN)
    hear(said('bot', 'And this'))
    expect(newsTexts()).toEqual(['Just now', 'And this'])
  })

  it('is also what was missed while the connection was lost', () => {
    const { hear, tell, newsTexts } = begin()
    tell('status', 'online')
    tell('status', 'offline')
    hear(said('agent', 'Missed'))
    tell('status', 'online')
    expect(newsTexts()).toEqual(['Missed'])
  })

  it('is nothing that a reset brings again', () => {
    const { hear, tell, restart, newsTexts } = begin()
    tell('status', 'online')
    hear(said('agent', 'One'))
    restart()
    hear(said('agent', 'One'), said('agent', 'Two, from the phone'))
    hear(said('agent', 'Three'))
    expect(newsTexts()).toEqual(['One', 'Three'])
  })

  it('is told to screen readers for three seconds, and then gone', () => {
    const { hear, tell, $news } = begin()
    tell('status', 'online')
    hear(said('agent', 'One'))
    vi.advanceTimersByTime(2_000)
    hear(said('agent', 'Two'))
    expect($news.get().map(({ text }) => text)).toEqual(['One', 'Two'])
    vi.advanceTimersByTime(1_000)
    expect($news.get().map(({ text }) => text)).toEqual(['Two'])
    vi.advanceTimersByTime(2_000)
    expect($news.get()).toEqual([])
  })
})

describe('a conversation', () => {
  it('counts what is unread, and says so when it is read', () => {
    const { conversation, asked, hear } = begin()
    hear(said('agent', 'Hello'), said('agent', 'Anybody?'))
    expect(conversation.$unread.get()).toBe(2)
    conversation.readAll()
    conversation.readAll()
    expect(conversation.$unread.get()).toBe(0)
    expect(asked).toEqual([['read', 2]])
  })

  it('believes an agent’s typing for six seconds, or until the message is there', () => {
    const { conversation, hear, tell } = begin()
    tell('status', 'online')
    tell('typing', { name: 'Anna' })
    vi.advanceTimersByTime(5_900)
    expect(conversation.$typing.get()).toBe('Anna')
    vi.advanceTimersByTime(100)
    expect(conversation.$typing.get()).toBeUndefined()

    tell('typing', {})
    expect(conversation.$typing.get()).toBe('')
    hear(said('agent', 'There'))
    expect(conversation.$typing.get()).toBeUndefined()
  })

  it('offers the ways that are not taken yet', () => {
    const { conversation, hear, tell } = begin()
    tell('session', aSession())
    expect(conversation.$ways.get()).toEqual([WHATSAPP, SMS])
    hear(linked())
    expect(conversation.$ways.get()).toEqual([SMS])
    hear(linked('l1', { status: 'undone' }))
    expect(conversation.$ways.get()).toEqual([WHATSAPP, SMS])
  })

  it('tells of a phone that joins, and not again after a reset', () => {
    const { hear, tell, restart, links } = begin()
    hear(linked('old'))
    tell('status', 'online')
    hear(linked('new'))
    restart()
    hear(linked('old'), linked('new'))
    expect(links).toEqual(['new'])
  })

  it('drops its thread at a reset', () => {
    const { conversation, hear, restart } = begin()
    hear(said('agent', 'One'), said('agent', 'Two'))
    conversation.readAll()
    restart()
    expect(conversation.$timeline.get()).toEqual([])
    hear(said('agent', 'One'), seenBy('visitor', 1), said('agent', 'Other'))
    expect(conversation.$unread.get()).toBe(1)
  })

  it('fetches what came before, page by page, until there is something to show', async () => {
    const { conversation, answers, asked, hear, restart } = begin()
    restart(5)
    hear(said('agent', 'Latest'))
    expect(conversation.$earlier.get()).toBe(true)
    answers.earlier = async before => ({
      conversation: 'c',
      seq: 5,
      entries:
        before === 5
          ? entriesFrom(3, HIDDEN, HIDDEN)
          : entriesFrom(1, said('agent', 'First'), HIDDEN),
      earlier: before === 5
    })
    await conversation.fetchEarlier()
    expect(asked).toEqual([
      ['earlier', 5],
      ['earlier', 3]
    ])
    expect(conversation.$thread.get().map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5])
    expect(conversation.$earlier.get()).toBe(false)
  })

  it('can wish again for what could not be fetched', async () => {
    const { conversation, answers, hear, restart } = begin()
    restart(3)
    hear(said('agent', 'Latest'))
    answers.earlier = () => Promise.reject(new Error('unreachable'))
    await conversation.fetchEarlier()
    expect(conversation.$fetching.get()).toBe(false)
    expect(conversation.$earlier.get()).toBe(true)
  })

  it('leaves nobody listening when it ends', () => {
    const { listening, destroy, tell } = begin()
    tell('typing', { name: 'Anna' })
    destroy()
    expect(listening()).toBe(0)
    // A computed store falls asleep a second after its last listener has gone.
    vi.advanceTimersByTime(1_000)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('forgets everything at a sign-out', () => {
    const { conversation, clear, hear, tell, $draft, $handing, startHandoff } = begin()
    tell('session', aSession())
    tell('pending', [{ cid: 'c', text: 'x', at: 0, status: 'sending' }])
    hear(said('agent', 'Hello'))
    $draft.set('Half a sent')
    startHandoff('wa')
    clear()
    expect(conversation.$timeline.get()).toEqual([])
    expect(conversation.$session.get()).toBeUndefined()
    expect([$draft.get(), $handing.get()]).toEqual(['', undefined])
  })
})
