/**
 * @vitest-environment happy-dom
 * @vitest-environment-options { "url": "http://relay.test/inbox/" }
 */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { $token } from '../../relay/inbox/http.ts'
import { $session, restoreSession, signIn, signOut } from '../../relay/inbox/stores/session.ts'
import { t } from '../../relay/inbox/strings.ts'
import { createInboxWorld, type InboxWorld } from '../doubles/inbox-world.ts'

const KEY = 'segue.inbox.token'
let world: InboxWorld

beforeEach(() => {
  world = createInboxWorld()
})

afterEach(() => {
  signOut()
  location.hash = ''
  vi.unstubAllGlobals()
})

describe('signing in', () => {
  it('keeps the token for this tab only', async () => {
    await signIn('secret', false)
    expect($session.get()).toMatchObject({ status: 'in', me: { name: 'Maja Lind' } })
    expect([sessionStorage.getItem(KEY), localStorage.getItem(KEY)]).toEqual(['secret', null])
  })

  it('keeps it for this device when the agent says so, and comes back by it', async () => {
    await signIn('secret', true)
    expect([sessionStorage.getItem(KEY), localStorage.getItem(KEY)]).toEqual([null, 'secret'])
    $session.set({ status: 'out' })
    await restoreSession()
    expect($session.get().status).toBe('in')
    expect(localStorage.getItem(KEY)).toBe('secret')
  })

  it('says that a token is unknown, and forgets it', async () => {
    world.is.refusing = () => 401
    sessionStorage.setItem(KEY, 'old')
    await restoreSession()
    expect($session.get()).toEqual({ status: 'out', problem: t.signIn.unknown })
    expect([$token.get(), sessionStorage.getItem(KEY)]).toEqual(['', null])
  })

  it('reads a token from the fragment once, and takes it out of the address', async () => {
    location.hash = '#token=from%20the%20demo'
    await restoreSession()
    expect($session.get().status).toBe('in')
    expect($token.get()).toBe('from the demo')
    expect(location.href).toBe('http://relay.test/inbox/')
  })

  it('keeps the token when the relay is only away', async () => {
    sessionStorage.setItem(KEY, 'kept')
    world.is.refusing = () => 503
    vi.useFakeTimers()
    const restored = restoreSession()
    await vi.runAllTimersAsync()
    await restored
    vi.useRealTimers()
    expect($session.get()).toMatchObject({ status: 'out', problem: expect.any(String) })
    expect(sessionStorage.getItem(KEY)).toBe('kept')
  })

  it('forgets everything on the way out', async () => {
    await signIn('secret', true)
    signOut()
    expect([sessionStorage.getItem(KEY), localStorage.getItem(KEY)]).toEqual([null, null])
    expect($session.get()).toEqual({ status: 'out' })
  })
})
