import { createArrival } from './arrival.ts'
import { createBase } from './base.ts'
import type { CheckEvent } from './check-event.ts'
import { createConsent } from './consent.ts'
import { createEmitter } from './emitter.ts'
import { createEventQueue } from './event-queue.ts'
import { followPages } from './follow-pages.ts'
import { createChain } from './middleware.ts'
import type { Sdk, SdkEvents, SdkOptions } from './sdk.ts'
import { type Base, beforeKey, sendsKey, visitorKey, withBase } from './seam.ts'
import { createTracker } from './tracker.ts'
import { createUser } from './user.ts'
import { proofOf } from './user-proof.ts'
import type { World } from './world.ts'

/** Puts the SDK together, in a given world. */
export function createClient(options: SdkOptions, outside: World, check?: CheckEvent): Sdk {
  return growClient(options, createBase(options, outside), check)
}

/** Puts the SDK together upon what may have a chat already. `base.consent` is the SDK's own then: whoever had the place tells it what was said. */
export function growClient(options: SdkOptions, base: Base, check?: CheckEvent): Sdk {
  const { world, site, proof } = base
  const { on, once, emit, clear } = createEmitter<SdkEvents>()
  const arrival = createArrival(world, site)
  const user = createUser(world, site, arrival)
  const events = createEventQueue({
    ...base,
    emit,
    whose: () => user.current().anonymousId,
    token: async () => base.guest?.token(),
    held: () => base.guest?.held()
  })
  const { use, pass } = createChain()
  const refused = options.honor?.some(world.signals) ?? false
  const consent = createConsent({ user, events, pass, refused })
  const tracker = createTracker({
    ...{ scene: base.scene, user, arrival, check },
    take: consent.take,
    paged: () => base.guest?.turnPage()
  })

  Object.assign(base, { consent, known: () => user.current().traits })
  if (options.consent) consent.set(options.consent)
  if (options.pages === 'auto') followPages(world, () => tracker.page())

  const setUserToken: Sdk['setUserToken'] = source => {
    Object.assign(proof, { source, inHand: proofOf(source) })
    proof.told()
    base.guest?.proved()
  }

  const sdk: Sdk = {
    ...tracker,
    setUserToken,
    reset() {
      // What the user did goes while there is the user's proof.
      events.leave(false)
      user.forget()
      base.guest?.forget()
      setUserToken(undefined)
      world.local.write(visitorKey(site), undefined)
      world.local.write(sendsKey(site), undefined)
      world.session.write(beforeKey(site), undefined)
    },
    flush: events.flush,
    consent: consent.set,
    ready: async () => {},
    ...{ use, on, once },
    destroy() {
      events.leave()
      events.allow(false)
      base.end()
      clear()
    }
  }
  return withBase(sdk, base)
}
