import type { Emitter } from './emitter.ts'
import { batchBody, fitting, type RawEvent } from './event-batch.ts'
import { type Call, mayPass } from './http.ts'
import type { TrackedEvent } from './protocol/ingest.ts'
import { backoff } from './reconnect.ts'
import type { RelayError } from './relay-error.ts'
import type { SdkEvents } from './sdk.ts'
import type { World } from './world.ts'

/** So many events wait at most; the oldest give way. */
const MOST = 1_000

/** A batch goes after this many events, or this many milliseconds, whichever is first. */
const ENOUGH = 20
const SOON_MS = 3_000

/** Most events in one batch. */
const BATCH_EVENTS = 100

/** Largest batches, in bytes: an ordinary one, and one beside a page that is going (browsers allow 64 KiB). */
const BATCH_BYTES = 256_000
const LAST_BYTES = 60_000

export interface EventQueueOptions {
  world: World
  site: string
  relay: string
  call: Call
  /** The visitor's token, while the chat is open. */
  token(): Promise<string | undefined>
  held(): string | undefined
  emit: Emitter<SdkEvents>['emit']
}

/** Events on their way. In memory only: nothing is lost while the page lives, and its end takes most along. */
export interface EventQueue {
  add(event: TrackedEvent): void
  /** Events may leave the page, or not any more. */
  allow(isAllowed: boolean): void
  /** The visitor is known by another anonymous id. */
  rename(from: string, to: string): void
  flush(): Promise<void>
  /** The page is going: sends what fits beside it. */
  leave(): void
  wipe(): void
}

export function createEventQueue(options: EventQueueOptions): EventQueue {
  const { world, emit } = options
  let waiting: RawEvent[] = []
  let isAllowed = false
  let failures = 0
  let flushes = 0
  let flushed = Promise.resolve()
  let stopWaiting: (() => void) | undefined

  const settle = (events: RawEvent[], reason?: string) => {
    waiting = waiting.filter(raw => !events.includes(raw))
    const told = events.map((raw): TrackedEvent => JSON.parse(raw))
    if (reason) emit('dropped', { events: told, reason })
    else emit('delivered', told)
  }

  const drain = async () => {
    while (isAllowed && waiting.length) {
      const batch = nextBatch(waiting)
      const error = await post(options, batch)
      failures = error && mayPass(error) ? failures + 1 : 0
      if (failures) return
      settle(batch, error?.code)
    }
  }

  /** One after the other: a flush is done when all that came before it is. */
  const flush = () => {
    stopWaiting?.()
    stopWaiting = undefined
    flushes += 1
    flushed = flushed.then(drain).then(() => {
      flushes -= 1
      plan()
    })
    return flushed
  }

  const plan = () => {
    if (!isAllowed || !waiting.length || flushes) return
    if (waiting.length >= ENOUGH && !failures) flush()
    else stopWaiting ??= world.after(failures ? backoff(world, failures) : SOON_MS, flush)
  }

  return {
    add(event) {
      waiting.push(JSON.stringify(event))
      emit('queued', JSON.parse(waiting.at(-1)!))
      if (waiting.length > MOST) settle(waiting.slice(0, 1), 'full')
      plan()
    },
    allow(isNowAllowed) {
      isAllowed = isNowAllowed
      if (waiting.length) flush()
    },
    rename(from, to) {
      waiting = waiting.map(raw => raw.replace(from, to))
    },
    flush,
    leave() {
      const batch = isAllowed ? fitting(waiting, LAST_BYTES) : []
      if (!batch.length) return
      waiting = waiting.filter(raw => !batch.includes(raw))
      world.beacon(`${options.relay}/v1/batch`, bodyOf(options, batch, options.held()))
    },
    wipe() {
      waiting = []
    }
  }
}

/** The next events to go: what fits, or one that fits nowhere and that the relay may refuse. */
function nextBatch(waiting: RawEvent[]): RawEvent[] {
  const batch = fitting(waiting.slice(0, BATCH_EVENTS), BATCH_BYTES)
  return batch.length ? batch : waiting.slice(0, 1)
}

/** Sends one batch. @returns why it was not stored */
async function post(
  options: EventQueueOptions,
  batch: RawEvent[]
): Promise<RelayError | undefined> {
  const body = bodyOf(options, batch, await options.token())
  // text/plain needs no permission asked first (CORS preflight).
  const headers = { 'content-type': 'text/plain' }
  return options.call('batch', { body, headers }).then(
    () => undefined,
    (error: RelayError) => error
  )
}

const bodyOf = ({ world, site }: EventQueueOptions, batch: RawEvent[], token?: string) =>
  batchBody(batch, { writeKey: site, sentAt: new Date(world.now()).toISOString(), token })
