import { createCall } from './call.ts'
import { createConsent } from './consent.ts'
import { createChat } from './create-chat.ts'
import { createEmitter } from './emitter.ts'
import { endable } from './endable.ts'
import { createEventQueue } from './event-queue.ts'
import { createRewind } from './rewind.ts'
import type { Sdk, SdkEvents, SdkOptions } from './sdk.ts'
import { createTracker } from './tracker.ts'
import { createUser } from './user.ts'
import { warnOnce } from './warn-once.ts'
import type { World } from './world.ts'

/** Puts the SDK together, in a given world. */
export function createClient(options: SdkOptions, outside: World): Sdk {
  const { key: site } = options
  const relay = String(options.relay).replace(/\/+$/, '')
  if (!site || !/^https?:/.test(relay)) {
    warnOnce('createSdk: needs the site’s `key` and the URL of your `relay`.')
  }
  const world = endable(outside)
  const abort = new AbortController()
  const { on, once, emit, clear } = createEmitter<SdkEvents>()
  const call = createCall({ world, relay, signal: abort.signal })
  const user = createUser(world, site)
  const chat = createChat({ world, site, relay, call }, () => consent.opened())
  const events = createEventQueue({ world, site, relay, call, emit, ...chat })
  const consent = createConsent({ user, events })
  const { scene, asOf } = createRewind(world)
  const tracker = createTracker({ scene, user, take: consent.take, paged: chat.turnPage })

  world.listen('online', events.flush)
  world.listen('visibilitychange', () => world.visible() || events.flush())
  world.listen('pagehide', events.leave)
  if (options.consent) consent.set(options.consent)

  return {
    ...tracker,
    reset() {
      user.forget()
      chat.forget()
    },
    flush: events.flush,
    consent: consent.set,
    ready: async () => {},
    ...{ asOf, on, once },
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
