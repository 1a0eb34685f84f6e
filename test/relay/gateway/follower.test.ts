import type { Entry } from '@segue/sdk/protocol'
import { describe, expect, it } from 'vitest'
import type { Link, StoredEntry } from '../../../relay/src/core/model.ts'
import { follow } from '../../../relay/src/gateway/follower.ts'

/** A conversation of so many messages, and a reader of it. `reads` counts what was fetched from the store. */
function reader(length: number, link: string | null = null) {
  const stored = Array.from({ length }, (_, index) => message(index + 1, link))
  const links = new Map<string, Link>()
  const got: Entry[] = []
  const lost: unknown[] = []
  let reads = 0
  let whenRead: () => Promise<void> = async () => {}
  const follower = follow({
    since: 0,
    async view() {
      const seen = { all: false, links: new Map(links), fileUrl: (id: string) => id }
      await whenRead()
      return seen
    },
    async read(after) {
      reads += 1
      return stored.filter(({ seq }) => seq > after).slice(0, 3)
    },
    deliver: entries => got.push(...entries),
    lost: error => lost.push(error)
  })
  return {
    ...{ stored, follower, got, lost, links },
    reads: () => reads,
    pauseReads(work: () => Promise<void>) {
      whenRead = work
    },
    async settled() {
      for (let turn = 0; turn < 50; turn++) await Promise.resolve()
      return got.map(({ seq }) => seq)
    }
  }
}

const message = (seq: number, link: string | null): StoredEntry => ({
  ...{ conversation: 'c', seq, at: seq, link },
  body: {
    type: 'message',
    id: `m${seq}`,
    from: 'visitor',
    text: `${seq}`,
    on: { account: 'web', network: 'web' }
  }
})

describe('following a conversation', () => {
  it('hands over what came while it found nothing of what it was told about', async () => {
    const { stored, follower, settled, pauseReads } = reader(0)
    pauseReads(async () => {
      pauseReads(async () => {})
      const late = [1, 2].map(seq => message(seq, null))
      stored.push(...late)
      follower.push(late)
    })
    follower.reach(1)
    expect(await settled()).toEqual([1, 2])
  })

  it('hands over every entry once and in order, however the bus shuffles, repeats and loses', async () => {
    const { stored, follower, settled } = reader(9)
    const [a, b, c, d, , , g, , i] = stored as [StoredEntry, ...StoredEntry[]]
    for (const entry of [b, a, a, d, c, b, g, i]) {
      follower.push([entry!])
      await settled()
    }
    expect(await settled()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
  })

  it('asks the store for nothing that comes in order', async () => {
    const { stored, follower, settled, reads } = reader(5)
    follower.push([stored[0]!])
    await settled()
    const before = reads()
    for (const entry of stored.slice(1)) follower.push([entry])
    expect(await settled()).toEqual([1, 2, 3, 4, 5])
    expect(reads()).toBe(before)
  })

  it('catches up with what it was never told of', async () => {
    const { follower, settled } = reader(7)
    follower.reach(7)
    expect(await settled()).toEqual([1, 2, 3, 4, 5, 6, 7])
  })

  it('does not wait for entries that are not there', async () => {
    const { follower, settled } = reader(2)
    follower.reach(99)
    expect(await settled()).toEqual([1, 2])
  })

  it('is silent once it has stopped, even in the middle of reading', async () => {
    const { follower, settled } = reader(5)
    follower.reach(5)
    follower.stop()
    expect(await settled()).toEqual([])
  })

  it('never shows through a view that is out of date', async () => {
    const { stored, follower, got, links, settled, pauseReads } = reader(2, 'phone')
    links.set('phone', { mirror: 'on', endedBy: null } as Link)
    let changed = false
    pauseReads(async () => {
      if (changed) return
      changed = true
      // While the first view is on its way, the mirror is turned off.
      links.set('phone', { mirror: 'off', endedBy: null } as Link)
      follower.push([{ ...stored[1]!, body: mirrorOff }])
    })
    follower.reach(1)
    await settled()
    expect(got.map(({ type }) => type)).toEqual(['hidden', 'hidden'])
  })

  it('says when it cannot go on', async () => {
    const lost: unknown[] = []
    const follower = follow({
      since: 0,
      view: () => Promise.reject(new Error('gone')),
      read: async () => [],
      deliver: () => {},
      lost: error => lost.push(error)
    })
    follower.reach(1)
    for (let turn = 0; turn < 10; turn++) await Promise.resolve()
    expect(lost).toEqual([new Error('gone')])
  })
})

const mirrorOff: StoredEntry['body'] = {
  type: 'mirror',
  link: 'phone',
  on: { account: 'whatsapp', network: 'whatsapp' },
  shown: false,
  by: 'phone'
}
