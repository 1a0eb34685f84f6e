/**
 * @vitest-environment happy-dom
 * @vitest-environment-options { "url": "http://relay.test/inbox/" }
 */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { startDesk } from '../../relay/inbox/desk.ts'
import { $token } from '../../relay/inbox/http.ts'
import { $events } from '../../relay/inbox/stores/events.ts'
import { $person } from '../../relay/inbox/stores/person.ts'
import { $presence, $typing } from '../../relay/inbox/stores/presence.ts'
import { $session } from '../../relay/inbox/stores/session.ts'
import { $summaries } from '../../relay/inbox/stores/summaries.ts'
import { $thread, loadEarlier } from '../../relay/inbox/stores/thread.ts'
import { createInboxWorld, type InboxWorld } from '../doubles/inbox-world.ts'

let world: InboxWorld
const ends: (() => void)[] = []

/** Sits down with one conversation of so many messages open, and the line up. */
async function sitDown({ messages = 3 } = {}) {
  world.desk.begin('c', { person: 'p' })
  for (let count = 0; count < messages; count++) world.desk.say('c', `message ${count + 1}`)
  location.hash = '#/c/c'
  ends.push(startDesk())
  await expect.poll(() => $events.get()?.status).toBe('ready')
  world.sockets.welcome()
  await expect.poll(watches).toHaveLength(1)
}

/** Cuts the line and lets it come back. */
async function reconnect() {
  const before = world.sockets.made.length
  world.sockets.newest.end()
  await expect.poll(() => world.sockets.made.length).toBe(before + 1)
  world.sockets.welcome()
}

const watches = () => world.sockets.newest.heard.filter(({ type }) => type === 'watch')
const seqs = () => $thread.get()?.entries.map(({ seq }) => seq)
const whole = (length: number) => Array.from({ length }, (_, index) => index + 1)

beforeEach(() => {
  vi.spyOn(Math, 'random').mockReturnValue(0)
  world = createInboxWorld()
})

afterEach(() => {
  for (const end of ends.splice(0)) end()
  $session.set({ status: 'out' })
  location.hash = ''
  sessionStorage.clear()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

describe('an open conversation', () => {
  it('is followed from the newest entry that is there', async () => {
    await sitDown()
    expect(watches()).toEqual([{ type: 'watch', conversation: 'c', since: 3 }])
    expect($person.get()?.view?.id).toBe('p')
  })

  it('takes what comes live, each once', async () => {
    await sitDown()
    ends.push(world.tell())
    const entry = world.desk.say('c', 'live')
    world.sockets.newest.say({ type: 'entries', conversation: 'c', entries: [entry] })
    expect(seqs()).toEqual(whole(4))
  })

  it('fetches what is missing between', async () => {
    await sitDown()
    world.desk.say('c', 'lost on the way')
    const entry = world.desk.say('c', 'arrives')
    world.sockets.newest.say({ type: 'entries', conversation: 'c', entries: [entry] })
    expect(seqs()).toEqual(whole(3))
    await expect.poll(seqs).toEqual(whole(5))
  })

  it('goes on after a loss where it was, and has everything once', async () => {
    await sitDown()
    world.is.reachable = false
    world.sockets.newest.end()
    world.desk.say('c', 'while away')
    await expect.poll(() => world.sockets.made).toHaveLength(2)
    world.is.reachable = true
    world.sockets.welcome()
    expect(watches()).toEqual([{ type: 'watch', conversation: 'c', since: 3 }])

    const missed = world.desk.detail('c', { since: 3 }).entries
    world.sockets.newest.say({ type: 'entries', conversation: 'c', entries: missed })
    expect(seqs()).toEqual(whole(4))
  })

  it('comes back whole, however many entries were missed', async () => {
    await sitDown()
    for (let count = 0; count < 250; count++) world.desk.say('c', 'while away')
    await reconnect()
    await expect.poll(seqs).toEqual(whole(253))
  })

  it('loses and doubles nothing, wherever the line is cut', async () => {
    await sitDown()
    for (let round = 0; round < 30; round++) {
      const isHeard = round % 3 !== 0
      const stop = isHeard ? world.tell() : () => undefined
      world.desk.say('c', `round ${round}`)
      stop()
      if (round % 4 === 3) await reconnect()
    }
    await reconnect()
    await expect.poll(seqs).toEqual(whole(33))
  })

  it('begins anew when the relay says so, and follows again', async () => {
    await sitDown()
    ends.push(world.tell())
    world.desk.hide('c', 2)
    await expect.poll(() => $thread.get()?.entries[1]?.type).toBe('hidden')
    await expect.poll(watches).toHaveLength(2)
  })

  it('fetches itself again when a link is undone, because earlier entries have changed', async () => {
    await sitDown()
    ends.push(world.tell())
    world.desk.get('c')!.entries[1] = { type: 'hidden', seq: 2 }
    const on = { account: 'sms', network: 'sms' }
    const link = {
      type: 'link',
      id: 'l',
      on,
      status: 'undone',
      proof: 'code',
      display: ''
    } as const
    world.desk.append('c', link)
    await expect.poll(() => $thread.get()?.entries[1]?.type).toBe('hidden')
  })

  it('grows backwards a page at a time', async () => {
    await sitDown({ messages: 230 })
    expect(seqs()?.[0]).toBe(131)
    await loadEarlier()
    await loadEarlier()
    expect(seqs()).toEqual(whole(230))
    expect($thread.get()?.earlier).toBe(false)
  })

  it('asks again where the next reply goes when the person writes', async () => {
    await sitDown()
    ends.push(world.tell())
    const next = { on: { account: 'sms', network: 'sms' }, why: 'They used it last.' }
    world.desk.get('c')!.next = next
    world.desk.say('c', 'from the phone', { on: next.on })
    await expect.poll(() => $thread.get()?.next).toEqual(next)
  })

  it('says so when there is no such conversation', async () => {
    location.hash = '#/c/nobody'
    ends.push(startDesk())
    await expect.poll(() => $thread.get()?.status).toBe('missing')
  })
})

describe('what happens around it', () => {
  it('shows who writes, until what they wrote is here', async () => {
    await sitDown()
    ends.push(world.tell())
    world.sockets.newest.say({ type: 'typing', conversation: 'c', from: 'visitor' })
    expect($typing.get().c).toEqual({ from: 'visitor' })
    world.desk.say('c', 'there it is')
    expect($typing.get().c).toBeUndefined()
  })

  it('knows the page they are on, and the last one when they have left', async () => {
    await sitDown()
    ends.push(world.tell())
    const page = { url: 'https://shop.example/cart' }
    world.desk.visit('c', { visible: true, page })
    world.desk.visit('c', { visible: false })
    expect($presence.get()).toEqual({ conversation: 'c', visible: false, page })
  })

  it('shows events as they happen, each once', async () => {
    await sitDown()
    ends.push(world.tell())
    const event = { id: 'e', type: 'track', name: 'Cart Viewed', properties: {}, at: 1 }
    world.desk.track('p', event)
    world.sockets.newest.say({ type: 'event', person: 'p', event })
    world.sockets.newest.say({ type: 'event', person: 'somebody else', event })
    expect($events.get()?.items).toEqual([event])
  })
})

describe('leaving the desk', () => {
  it('leaves nothing behind for the next agent', async () => {
    await sitDown()
    for (const end of ends.splice(0)) end()
    expect($thread.get()).toBeNull()
    expect($summaries.get()).toEqual({})
    expect(world.sockets.newest.isClosed).toBe(true)
  })

  it('happens by itself when the token has ended', async () => {
    await sitDown()
    $session.set({ status: 'in', me: { id: 'a', name: 'A', sites: [], accounts: [] } })
    world.sockets.newest.end(4401)
    expect($session.get()).toMatchObject({ status: 'out', problem: expect.any(String) })
    expect($token.get()).toBe('')
  })
})
