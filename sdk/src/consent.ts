import type { EventQueue } from './event-queue.ts'
import type { TrackedEvent } from './protocol/ingest.ts'
import type { Consent } from './sdk.ts'
import type { UserKeeper } from './user.ts'

export interface ConsentOptions {
  user: UserKeeper
  events: EventQueue
  /** What middleware makes of an event. */
  pass(event: TrackedEvent): TrackedEvent | undefined
  /** Whether the browser says no for the visitor, and the site obeys it: then nobody can say yes. */
  refused: boolean
}

/** Lets events out, and the user be stored, as far as the visitor has agreed. */
export interface ConsentKeeper {
  set(state: Consent): void
  /** The visitor has opened the chat: that is an answer, if there was none. */
  opened(): void
  /** Takes an event, unless nobody wants it. */
  take(event: TrackedEvent): void
}

export function createConsent({ user, events, pass, refused }: ConsentOptions): ConsentKeeper {
  let agreed: Consent = refused ? 'denied' : 'pending'

  const release = () => {
    const { anonymousId } = user.current()
    events.rename(anonymousId, user.keep())
    events.allow(true)
  }

  return {
    set(state) {
      agreed = refused ? 'denied' : state
      if (agreed === 'granted') return release()
      events.allow(false)
      user.hold()
      if (agreed === 'pending') return
      events.wipe()
      user.forget()
    },
    opened() {
      if (agreed !== 'denied') release()
    },
    take(event) {
      const passed = agreed !== 'denied' && pass(event)
      if (passed) events.add(passed)
    }
  }
}
