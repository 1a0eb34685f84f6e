import { createEventBody } from './event-body.ts'
import type { EventQueueOptions, EventRoad, WaitingEvent } from './event-road.ts'
import type { TrackedEvent } from './protocol/ingest.ts'

/** So many events of one page wait at most; the oldest give way. */
const MOST = 1_000

/** After so long without news other pages may see to an event, in milliseconds. */
const GRACE_MS = 5_000

/** A page's share of `localStorage`, in UTF-16 code units. */
const SHARE = 1_000_000

export interface OwnEvents extends EventRoad {
  add(id: string, raw: string): void
  /** Resolves when those of now are all delivered or lost, or none may leave the page. */
  emptied(): Promise<void>
  /** Something has changed that somebody may wait for. */
  tell(): void
}

/**
 * The events of one page: in memory, and, once they may be stored, in `localStorage` as well, one entry each.
 *
 * Why not in IndexedDB at once: measured in Chromium, of five events written just before the renderer was killed, all
 * were found again in `localStorage`, ten times of ten, and in IndexedDB five times of ten. An entry each rather than a
 * list: nothing is read before writing, so that tabs cannot overwrite each other.
 */
export function createOwnEvents(options: EventQueueOptions): OwnEvents {
  const { world, site, emit } = options
  const mine = new Map<string, WaitingEvent>()
  const waits = new Set<() => void>()
  let last = 0

  const own: OwnEvents = {
    ...{ ...options, ...createEventBody(options), mine },
    ...{ isOpen: false, isGone: false, room: SHARE, roomBeside: 60_000, nudge() {} },
    keyOf: (id = '') => `segue:${site}:event:${id}`,
    add(id, raw) {
      last = Math.max(world.now(), last + 1)
      const event = { id, raw, at: last, free: 0, isSent: false }
      mine.set(id, event)
      own.save(event)
      if (mine.size > MOST) own.settle([...mine.values()].slice(0, 1), 'full')
    },
    save(event, change) {
      const { id, raw, at, free, isSent } = Object.assign(
        event,
        { free: world.now() + GRACE_MS },
        change
      )
      const text = `${at} ${free}${isSent ? '!' : ' '}${raw}`
      if (!event.isKept) own.room -= text.length
      event.isKept = own.isOpen && own.room > 0 && world.local.keep(own.keyOf(id), text)
    },
    unsent() {
      for (const { id, isKept } of mine.values()) {
        // Another page has delivered it.
        if (isKept && !world.local.text(own.keyOf(id))) mine.delete(id)
      }
      own.tell()
      return [...mine.values()].filter(({ isSent }) => !isSent)
    },
    settle(events, reason) {
      if (!events.length) return
      for (const { id, raw } of events) {
        mine.delete(id)
        own.room = Math.min(SHARE, own.room + raw.length)
        world.local.keep(own.keyOf(id), undefined)
      }
      const told = events.map(({ raw }): TrackedEvent => JSON.parse(raw))
      if (reason) emit('dropped', { events: told, reason })
      else emit('delivered', told)
      own.tell()
    },
    tell() {
      for (const check of waits) check()
    },
    emptied() {
      const ids = [...mine.keys()]
      return new Promise(resolve => {
        const check = () => {
          if (own.isOpen && ids.some(id => mine.has(id))) return
          waits.delete(check)
          resolve()
        }
        waits.add(check)
        check()
      })
    }
  }
  return own
}
