import { createChat } from './create-chat.ts'
import { createEmitter } from './emitter.ts'
import { endable } from './endable.ts'
import { createEventQueue } from './event-queue.ts'
import { createCall } from './http.ts'
import type { Consent, Sdk, SdkEvents, SdkOptions } from './sdk.ts'
import { createTracker } from './tracker.ts'
import { createUser } from './user.ts'
import { warnOnce } from './warn-once.ts'
import type { World } from './world.ts'

/** Puts the SDK together, in a given world. */
export function createClient(options: SdkOptions, outside: World): Sdk {
  const { key: site } = options
  const relay = String(options.relay).replace(/\/+$/, '')
  if (!site || !/^https?:/.test(relay)) {
    warnOnce('createSdk needs `key`, the site’s public key, and `relay`, the URL of your relay.')
  }
  const world = endable(outside)
  const abort = new AbortController()
  const { on, once, emit, clear } = createEmitter<SdkEvents>()
  const call = createCall({ world, relay, signal: abort.signal })
  const user = createUser(world, site)
  let agreed: Consent = 'pending'

  const consent = (state: Consent) => {
    agreed = state
    if (state === 'granted') release()
    else events.allow(false)
    if (state !== 'denied') return
    events.wipe()
    user.forget(true)
  }

  const release = () => {
    const { anonymousId } = user.current()
    events.rename(anonymousId, user.keep())
    events.allow(true)
  }

  const chat = createChat({ world, site, relay, call }, () => agreed === 'denied' || release())
  const events = createEventQueue({ world, site, relay, call, emit, ...chat })

  world.listen('online', events.flush)
  world.listen('visibilitychange', () => world.visible() || events.flush())
  world.listen('pagehide', events.leave)
  if (options.consent) consent(options.consent)

  return {
    ...createTracker({
      world,
      user,
      take: event => agreed === 'denied' || events.add(event),
      paged: chat.turnPage
    }),
    reset() {
      user.forget()
      chat.forget()
    },
    flush: events.flush,
    consent,
    ready: async () => {},
    on,
    once,
    destroy() {
      events.leave()
      events.allow(false)
      chat.destroy()
      abort.abort()
      world.end()
      clear()
    },
    chat: chat.chat
  }
}
