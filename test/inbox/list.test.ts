/**
 * @vitest-environment happy-dom
 * @vitest-environment-options { "url": "http://relay.test/inbox/" }
 */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { $found, $search } from '../../relay/inbox/stores/found.ts'
import { $list, $waitingCount, extendList, showTab } from '../../relay/inbox/stores/list.ts'
import { $session } from '../../relay/inbox/stores/session.ts'
import {
  $shelves,
  clearShelves,
  loadShelf,
  reloadShelves
} from '../../relay/inbox/stores/shelves.ts'
import { $summaries, $unread, foldSummaries } from '../../relay/inbox/stores/summaries.ts'
import { MAJA } from '../doubles/fake-desk-acts.ts'
import { createInboxWorld, type InboxWorld } from '../doubles/inbox-world.ts'

let world: InboxWorld
let stop: () => void

const ids = () => $list.get().items.map(({ id }) => id)
const isReady = () => expect.poll(() => $list.get().status).toBe('ready')

/** What a `summary` frame would bring. */
const hear = (id: string, change = {}) => {
  world.desk.tell(id, change)
  foldSummaries([{ ...world.desk.get(id)!.summary }])
}

beforeEach(() => {
  world = createInboxWorld({ pageSize: 2 })
  $session.set({ status: 'in', me: { ...MAJA, sites: [], accounts: [] } })
  stop = $list.subscribe(() => undefined)
  for (const [id, minutes] of [
    ['a', 5],
    ['b', 20],
    ['c', 1]
  ] as const) {
    world.desk.begin(id)
    world.desk.say(id, `hello from ${id}`, { at: 1_000_000 - minutes })
  }
})

afterEach(() => {
  stop()
  $search.set('')
  $found.set(null)
  $summaries.set({})
  clearShelves()
  $session.set({ status: 'out' })
  vi.unstubAllGlobals()
})

describe('the list', () => {
  it('of those who wait begins with the longest wait, a page at a time', async () => {
    showTab('waiting')
    await isReady()
    expect(ids()).toEqual(['b', 'a'])
    expect($list.get().more).toBe(true)

    await extendList()
    expect(ids()).toEqual(['b', 'a', 'c'])
    expect($list.get().more).toBe(false)
    expect($waitingCount.get()).toBe(3)
  })

  it('of all begins with what is newest', async () => {
    showTab('all')
    await isReady()
    await extendList()
    expect(ids()).toEqual(['c', 'a', 'b'])
  })

  it('lets go of a conversation that was answered, and takes in one that waits again', async () => {
    showTab('waiting')
    await isReady()
    await extendList()
    hear('b', { state: 'open' })
    expect(ids()).toEqual(['a', 'c'])
    hear('b', { state: 'waiting', waitingSince: 2_000_000 })
    expect(ids()).toEqual(['a', 'c', 'b'])
  })

  it('shows nothing beyond what is loaded, so that nobody is passed over', async () => {
    showTab('waiting')
    await isReady()
    world.desk.begin('d')
    world.desk.say('d', 'hello', { at: 3_000_000 })
    hear('d')
    expect(ids()).toEqual(['b', 'a'])
  })

  it('shows what is new at once where it belongs to the part that is loaded', async () => {
    showTab('all')
    await isReady()
    expect(ids()).toEqual(['c', 'a'])
    world.desk.begin('d')
    world.desk.say('d', 'hello', { at: 3_000_000 })
    hear('d')
    expect(ids()).toEqual(['d', 'c', 'a'])
  })

  it('leaves out conversations in which nothing was said', async () => {
    showTab('all')
    await isReady()
    await extendList()
    world.desk.begin('silent', { startedAt: 3_000_000 })
    hear('silent')
    expect(ids()).not.toContain('silent')
  })

  it('holds what is this agent’s', async () => {
    world.desk.get('a')!.summary.agent = MAJA
    world.desk.get('b')!.summary.agent = { id: 'olle', name: 'Olle' }
    await loadShelf('mine')
    showTab('mine')
    expect(ids()).toEqual(['a'])
  })

  it('is not set back by a page that was slower than the line', async () => {
    world.is.before = async () => {
      world.is.before = async () => undefined
      hear('a', { name: 'Anna', seq: 9 })
      world.desk.tell('a', { name: 'Guest', seq: 1 })
    }
    await loadShelf('all')
    expect($summaries.get().a?.name).toBe('Anna')
  })

  it('is fetched again as far as it was here', async () => {
    showTab('all')
    await isReady()
    await extendList()
    world.calls.length = 0
    await reloadShelves()
    expect(world.calls.map(({ path }) => path.split('?')[1])).toEqual([
      'state=all',
      'state=all&cursor=2'
    ])
  })

  it('is fetched again when the line came up while it was on its way', async () => {
    const first = loadShelf('all')
    await Promise.all([first, reloadShelves()])
    await expect.poll(() => world.calls).toHaveLength(2)
  })

  it('can be tried again after a failure, and keeps what was there', async () => {
    showTab('all')
    await isReady()
    world.is.refusing = () => 403
    await extendList()
    expect($shelves.get().all.status).toBe('failed')
    expect(ids()).toEqual(['c', 'a'])
  })
})

describe('a search', () => {
  it('shows what the relay finds, and the tab again when it is left', async () => {
    showTab('waiting')
    await isReady()
    $search.set('from c')
    await expect.poll(() => $found.get()?.status).toBe('ready')
    expect(ids()).toEqual(['c'])
    expect($list.get().words).toBe('from c')
    showTab('waiting')
    expect(ids()).toEqual(['b', 'a'])
  })

  it('asks once when the typing pauses', async () => {
    for (const words of ['f', 'fr', 'from']) $search.set(words)
    await expect.poll(() => $found.get()?.status).toBe('ready')
    expect(world.calls.map(({ path }) => path)).toEqual([
      '/v1/agent/conversations?state=all&search=from'
    ])
  })
})

it('counts what nobody has read, but not in closed conversations', async () => {
  await loadShelf('all')
  expect($unread.get()).toBe(2)
  hear('c', { state: 'closed' })
  expect($unread.get()).toBe(1)
})
