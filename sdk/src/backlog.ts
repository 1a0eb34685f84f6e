import type { Emitter } from './emitter.ts'
import type { TrackedEvent } from './protocol/ingest.ts'
import type { SdkEvents } from './sdk.ts'

/** An event as the JSON it was at the moment of the call: what the page does to its objects later is nothing to it. */
export type RawEvent = string

/** So many events wait at most; the oldest give way. */
const MOST = 1_000

const utf8 = new TextEncoder()

/** Events that are not yet known to be stored, oldest first. In memory. */
export interface Backlog {
  length(): number
  /** @throws when it cannot be made JSON */
  add(event: TrackedEvent): void
  /** Those of the first `count` that fit into so many bytes together. They stay. */
  first(count: number, bytes: number): RawEvent[]
  /** These are stored; with a reason, they are lost. */
  settle(events: readonly RawEvent[], reason?: string): void
  /** These are gone, and nobody will ever tell how it went. */
  remove(events: readonly RawEvent[]): void
  /** The visitor is known by another anonymous id. */
  rename(from: string, to: string): void
  wipe(): void
}

export function createBacklog(emit: Emitter<SdkEvents>['emit']): Backlog {
  let waiting: RawEvent[] = []

  const remove = (events: readonly RawEvent[]) => {
    waiting = waiting.filter(raw => !events.includes(raw))
  }

  const settle = (events: readonly RawEvent[], reason?: string) => {
    remove(events)
    const told = events.map((raw): TrackedEvent => JSON.parse(raw))
    if (reason) emit('dropped', { events: told, reason })
    else emit('delivered', told)
  }

  return {
    length: () => waiting.length,
    add(event) {
      const raw = JSON.stringify(event)
      waiting.push(raw)
      emit('queued', JSON.parse(raw))
      if (waiting.length > MOST) settle(waiting.slice(0, 1), 'full')
    },
    first: (count, bytes) => fitting(waiting.slice(0, count), bytes),
    settle,
    remove,
    rename(from, to) {
      waiting = waiting.map(raw => raw.replace(from, to))
    },
    wipe() {
      waiting = []
    }
  }
}

function fitting(events: RawEvent[], limit: number): RawEvent[] {
  let size = 0
  return events.filter(raw => {
    const bytes = utf8.encode(raw).length + 1
    if (size + bytes > limit) return false
    size += bytes
    return true
  })
}
