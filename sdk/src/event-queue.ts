import { createEventPump } from './event-pump.ts'
import type { EventQueueOptions } from './event-road.ts'
import { createOwnEvents } from './own-events.ts'
import type { TrackedEvent } from './protocol/ingest.ts'
import { sendBeside } from './send-beside.ts'
import { warnOnce } from './warn-once.ts'

/** The relay takes no event that is larger, in bytes. */
const MOST_BYTES = 32 * 1024

export interface EventQueue {
  /** @throws when it cannot be made JSON */
  add(event: TrackedEvent): void
  /** Events may be stored and leave the page, or not any more. */
  allow(isAllowed: boolean): void
  /** The visitor is known by another anonymous id. */
  rename(from: string, to: string): void
  /** Forgets all of them, also those of other pages. */
  wipe(): void
  /** Resolves when those of now are delivered or lost; at once when none may leave the page. */
  flush(): Promise<void>
  /** The page is going, or at least its user is: sends what fits beside it, in this very task. */
  leave(isGoing?: boolean): void
}

/**
 * Events on their way: each delivered once, whatever becomes of the page.
 *
 * **While the page lives** one batch after the other is sent under a Web Lock, and an event is forgotten when the relay
 * has said that it has it. **When the page is hidden or goes**, what nobody has sent yet goes beside it, as far as
 * browsers allow (64 KiB under way, those of earlier batches included). Nobody may ever hear the answer. So what is sent
 * stays where it is kept, with a mark, and after five seconds whoever is there (this page, the next one, another tab) asks
 * the relay which of the marked events it lacks, and sends those alone. To take a beacon for delivered would lose events
 * whenever a network fails; to send all again would put most on the wire twice. What did not fit beside the page is free
 * for the next one to send at once. (A tab that is frozen was hidden before.) **A page that dies** without a word leaves
 * its events in `localStorage`; five seconds later they are anybody's.
 */
export function createEventQueue(options: EventQueueOptions): EventQueue {
  const { world, emit } = options
  const own = createOwnEvents(options)
  const { more, hurry, isPaused } = createEventPump(own)

  const leave = (isGoing = true) => {
    if (!own.isOpen || own.isGone) return
    own.isGone = isGoing
    const left = isPaused() ? own.unsent() : sendBeside(own)
    if (isGoing) for (const event of left) own.save(event, { free: 0 })
    else if (left.length) hurry()
    else more()
  }

  world.listen('online', hurry)
  world.listen('pageshow', () => {
    own.isGone = false
    hurry()
  })
  world.listen('visibilitychange', () => world.visible() || leave(false))
  world.listen('pagehide', () => leave())

  return {
    leave,
    add(event) {
      const raw = JSON.stringify(event)
      const bytes = own.bytesOf(raw)
      if (bytes > MOST_BYTES) {
        warnOnce(`${event.type}: more than 32 KiB. It is not sent.`)
        return emit('dropped', { events: [JSON.parse(raw)], reason: 'too_large' })
      }
      own.add(event.messageId, raw)
      emit('queued', JSON.parse(raw))
      more(bytes)
    },
    allow(isAllowed) {
      own.isOpen = isAllowed
      own.tell()
      // Whoever waits under the lock must not go on with it: the clock may be about to end.
      if (!isAllowed) return own.nudge()
      for (const event of own.mine.values()) own.save(event)
      hurry()
    },
    rename(from, to) {
      for (const event of own.mine.values()) event.raw = event.raw.replace(from, to)
    },
    wipe() {
      own.mine.clear()
      own.tell()
      for (const key of world.local.keys(own.keyOf())) world.local.keep(key, undefined)
    },
    flush() {
      hurry()
      return own.emptied()
    }
  }
}
