import type { Entry, ThreadPage } from '@segue/sdk/protocol'
import { describe, expect, it } from 'vitest'
import { followThread } from '../../sdk/src/thread.ts'

const hidden = (seq: number): Entry => ({ type: 'hidden', seq })
const run = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, n) => hidden(from + n))

const welcome = (seq: number, replay: number | 'reset', conversation: string | null = 'c1') =>
  ({ type: 'welcome', conversation, seq, replay }) as const
const entries = (list: Entry[], conversation = 'c1') =>
  ({ type: 'entries', conversation, entries: list }) as const

/** A thread, and a transcript of what it told and asked. Pages it fetches are given by hand. */
function start() {
  const did: string[] = []
  const pages: { resolve(page: ThreadPage): void; reject(error: Error): void }[] = []
  const thread = followThread({
    entries: list => did.push(`entries ${list.map(({ seq }) => seq).join(' ')}`),
    reset: () => did.push('reset'),
    catchUp: () => did.push('catch up'),
    fetch: () => {
      did.push('fetch')
      return new Promise((resolve, reject) => pages.push({ resolve, reject }))
    },
    caughtUp() {},
    lost: () => did.push('lost')
  })
  const give = async (from: number, seq: number, conversation = 'c1') => {
    const page = { conversation, seq, entries: run(from, seq), earlier: from > 1 }
    pages.shift()!.resolve(page)
    await Promise.resolve()
  }
  const fail = async () => {
    pages.shift()!.reject(new Error('no'))
    await new Promise(resolve => setImmediate(resolve))
  }
  return { thread, did, give, fail }
}

describe('following a thread', () => {
  it('tells entries in order', () => {
    const { thread, did } = start()
    thread.welcome(welcome(2, 2))
    thread.add(entries(run(1, 2)))
    thread.add(entries([hidden(3)]))
    expect(did).toEqual(['entries 1 2', 'entries 3'])
    expect(thread.position()).toEqual({ conversation: 'c1', since: 3 })
  })

  it('drops what it has told before', () => {
    const { thread, did } = start()
    thread.welcome(welcome(2, 2))
    thread.add(entries(run(1, 2)))
    thread.add(entries(run(1, 3)))
    thread.add(entries([hidden(3)]))
    expect(did).toEqual(['entries 1 2', 'entries 3'])
  })

  it('asks for a gap before it tells what comes after it', () => {
    const { thread, did } = start()
    thread.welcome(welcome(1, 1))
    thread.add(entries([hidden(1)]))
    thread.add(entries([hidden(2), hidden(4)]))
    thread.add(entries([hidden(5)]))
    thread.welcome(welcome(5, 3))
    thread.add(entries(run(3, 5)))
    expect(did).toEqual(['entries 1', 'entries 2', 'catch up', 'entries 3 4 5'])
  })

  it('fetches the page when catching up left a gap again', async () => {
    const { thread, did, give } = start()
    thread.welcome(welcome(1, 1))
    thread.add(entries([hidden(1)]))
    thread.add(entries([hidden(3)]))
    thread.welcome(welcome(3, 2))
    thread.add(entries([hidden(3)]))
    await give(1, 3)
    expect(did).toEqual(['entries 1', 'catch up', 'fetch', 'reset', 'entries 1 2 3'])
  })

  it('drops the thread only when it has the page that takes its place', async () => {
    const { thread, did, give } = start()
    thread.welcome(welcome(1, 1))
    thread.add(entries([hidden(1)]))
    thread.welcome(welcome(250, 'reset'))
    thread.add(entries([hidden(251)]))
    expect(did).toEqual(['entries 1', 'fetch'])
    await give(151, 250)
    expect(did.slice(2)).toEqual([
      'reset',
      `entries ${run(151, 251)
        .map(({ seq }) => seq)
        .join(' ')}`
    ])
    expect(thread.position().since).toBe(251)
  })

  it('does not believe a welcome that promises too little', async () => {
    const { thread, did, give } = start()
    thread.welcome(welcome(5, 3))
    await give(1, 5)
    expect(did).toEqual(['fetch', 'entries 1 2 3 4 5'])
  })

  it('starts over when what may be seen has changed', () => {
    const { thread, did } = start()
    thread.welcome(welcome(2, 2))
    thread.add(entries(run(1, 2)))
    thread.restart()
    expect(thread.position()).toEqual({ since: 0 })
    thread.add(entries([hidden(3)]))
    thread.welcome(welcome(3, 3))
    thread.add(entries(run(1, 3)))
    expect(did).toEqual(['entries 1 2', 'reset', 'entries 1 2 3'])
  })

  it('starts over in another conversation', async () => {
    const { thread, did, give } = start()
    thread.welcome(welcome(2, 2))
    thread.add(entries(run(1, 2)))
    thread.add(entries([hidden(1)], 'c2'))
    thread.welcome(welcome(1, 'reset', 'c2'))
    await give(1, 1, 'c2')
    expect(did).toEqual(['entries 1 2', 'catch up', 'fetch', 'reset', 'entries 1'])
    expect(thread.position()).toEqual({ conversation: 'c2', since: 1 })
  })

  it('takes its conversation from the first entries, when there was none', () => {
    const { thread, did } = start()
    thread.welcome(welcome(0, 0, null))
    thread.add(entries([hidden(1)], 'c7'))
    expect(did).toEqual(['entries 1'])
    expect(thread.position()).toEqual({ conversation: 'c7', since: 1 })
  })

  it('says that the page could not be had, and takes the next one', async () => {
    const { thread, did, give, fail } = start()
    thread.welcome(welcome(200, 'reset'))
    await fail()
    thread.welcome(welcome(200, 'reset'))
    await give(101, 200)
    expect(did.slice(0, 3)).toEqual(['fetch', 'lost', 'fetch'])
    expect(thread.position().since).toBe(200)
  })

  it('takes no page that it does not wait for any more', async () => {
    const { thread, did, give } = start()
    thread.welcome(welcome(200, 'reset'))
    thread.welcome(welcome(2, 2))
    thread.add(entries(run(1, 2)))
    await give(101, 200)
    expect(did).toEqual(['fetch', 'entries 1 2'])
  })

  it('starts over once when it was told twice', async () => {
    const { thread, did, give } = start()
    thread.welcome(welcome(1, 1))
    thread.add(entries([hidden(1)]))
    thread.restart()
    thread.restart()
    thread.welcome(welcome(1, 0))
    thread.welcome(welcome(1, 1))
    thread.add(entries([hidden(1)]))
    await give(1, 1)
    expect(did).toEqual(['entries 1', 'fetch', 'reset', 'entries 1'])
  })

  it('does not count in one conversation what it was told of another', () => {
    const { thread } = start()
    thread.welcome(welcome(2, 2))
    thread.add(entries(run(1, 2)))
    thread.welcome(welcome(9, 'reset', 'c2'))
    expect(thread.position()).toEqual({ conversation: 'c2', since: 0 })
  })

  it('forgets at once', () => {
    const { thread, did } = start()
    thread.welcome(welcome(1, 1))
    thread.add(entries([hidden(1)]))
    thread.clear()
    thread.clear()
    expect(did).toEqual(['entries 1', 'reset'])
    expect(thread.position()).toEqual({ since: 0 })
  })
})
