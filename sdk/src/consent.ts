import type { EventQueue } from './event-queue.ts'
import type { TrackedEvent } from './protocol/ingest.ts'
import type { Consent } from './sdk.ts'
import type { UserKeeper } from './user.ts'

/** Lets events out, and the user be stored, as far as the visitor has agreed. */
export interface ConsentKeeper {
  set(state: Consent): void
  /** The visitor has opened the chat: that is an answer, if there was none. */
  opened(): void
  /** Takes an event, unless nobody wants it. */
  take(event: TrackedEvent): void
}

export function createConsent({
  user,
  events
}: {
  user: UserKeeper
  events: EventQueue
}): ConsentKeeper {
  let agreed: Consent = 'pending'

  const release = () => {
    const { anonymousId } = user.current()
    events.rename(anonymousId, user.keep())
    events.allow(true)
  }

  return {
    set(state) {
      agreed = state
      if (state === 'granted') release()
      else events.allow(false)
      if (state !== 'denied') return
      events.wipe()
      user.forget(true)
    },
    opened() {
      if (agreed !== 'denied') release()
    },
    take(event) {
      if (agreed !== 'denied') events.add(event)
    }
  }
}
