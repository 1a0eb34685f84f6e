import type { EventRoad } from './event-road.ts'
import { backoff } from './reconnect.ts'
import type { Sent } from './send-events.ts'
import { createTimer } from './timer.ts'

/** A batch goes after this many events, this many bytes, or this many milliseconds, whichever is first. */
const ENOUGH = 20
const ENOUGH_BYTES = 40_000
const SOON_MS = 3_000

/** Decides when events are sent. */
export interface EventPump {
  /** So many more bytes wait, in one event more; or nothing has changed, and some may wait. */
  more(bytes?: number): void
  /** Sends at once, unless the relay wants to be left alone. */
  hurry(): void
  /** The relay wants to be left alone. */
  isPaused(): boolean
}

export function createEventPump(road: EventRoad): EventPump {
  const { world, mine } = road
  const timer = createTimer(world)
  let waiting = { events: 0, bytes: 0 }
  let isSending = false
  let failures = 0
  let pausedUntil = 0

  const send = async () => {
    timer.stop()
    if (isSending) return road.nudge()
    if (!road.isOpen || road.isGone || !(mine.size || world.local.keys(road.keyOf()).length)) return
    isSending = true
    waiting = { events: 0, bytes: 0 }
    // It fails where there is no network to fetch the code from.
    const { failed, wait = 0 }: Sent = await import('./send-events.ts').then(
      ({ sendEvents }) => sendEvents(road),
      () => ({ failed: true })
    )
    isSending = false
    failures = failed ? failures + 1 : 0
    if (failed) pausedUntil = world.now() + wait
    if (road.isOpen && wait < Infinity) {
      timer.ensure(failed ? wait + backoff(world, failures) : wait, send)
    }
    more()
  }

  const more = (bytes?: number) => {
    if (bytes) waiting = { events: waiting.events + 1, bytes: waiting.bytes + bytes }
    if (!road.isOpen || !mine.size) return
    const isEnough = waiting.events >= ENOUGH || waiting.bytes >= ENOUGH_BYTES
    if (isEnough && !failures) send()
    else if (!isSending) timer.ensure(SOON_MS, send)
  }

  const isPaused = () => world.now() < pausedUntil

  return { more, isPaused, hurry: () => isPaused() || send() }
}
