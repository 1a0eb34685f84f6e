import { type Backlog, createBacklog, type RawEvent } from './backlog.ts'
import type { Call } from './call.ts'
import type { Emitter } from './emitter.ts'
import type { TrackedEvent } from './protocol/ingest.ts'
import { backoff } from './reconnect.ts'
import { mayPass, type RelayError } from './relay-error.ts'
import type { SdkEvents } from './sdk.ts'
import { createTimer } from './timer.ts'
import type { World } from './world.ts'

/** A batch goes after this many events, or this many milliseconds, whichever is first. */
const ENOUGH = 20
const SOON_MS = 3_000

/** Most events in one batch, and most of its bytes. */
const BATCH_EVENTS = 100
const BATCH_BYTES = 256_000

/** Most bytes of what goes beside a page that is going: browsers allow 64 KiB under way. */
const LAST_BYTES = 60_000

export interface EventQueueOptions {
  world: World
  site: string
  relay: string
  call: Call
  /** The visitor's token, while the chat is open. */
  token(): Promise<string | undefined>
  /** The same, if there is one in hand. */
  held(): string | undefined
  emit: Emitter<SdkEvents>['emit']
}

/** Events on their way. Nothing is lost while the page lives, and its end takes most along. */
export interface EventQueue extends Pick<Backlog, 'rename' | 'wipe'> {
  add(event: TrackedEvent): void
  /** Events may leave the page, or not any more. */
  allow(isAllowed: boolean): void
  flush(): Promise<void>
  /** The page is going: sends what fits beside it. */
  leave(): void
}

export function createEventQueue(options: EventQueueOptions): EventQueue {
  const { world } = options
  const timer = createTimer(world)
  const backlog = createBacklog(options.emit)
  let isAllowed = false
  let failures = 0
  let flushes = 0
  let flushed = Promise.resolve()

  const drain = async () => {
    while (isAllowed && backlog.length()) {
      failures = (await sendNext(options, backlog)) ? 0 : failures + 1
      if (failures) return
    }
  }

  /** One after the other: a flush is done when all that came before it is. */
  const flush = () => {
    timer.stop()
    flushes += 1
    flushed = flushed.then(drain).then(() => {
      flushes -= 1
      plan()
    })
    return flushed
  }

  const plan = () => {
    if (!isAllowed || !backlog.length() || flushes) return
    if (backlog.length() >= ENOUGH && !failures) flush()
    else timer.ensure(failures ? backoff(world, failures) : SOON_MS, flush)
  }

  return {
    ...{ rename: backlog.rename, wipe: backlog.wipe, flush },
    add(event) {
      backlog.add(event)
      plan()
    },
    allow(isNowAllowed) {
      isAllowed = isNowAllowed
      if (backlog.length()) flush()
    },
    leave() {
      if (isAllowed) sendBeside(options, backlog)
    }
  }
}

/** Sends what fits beside a page that is going. Nobody will hear how that went. */
function sendBeside(options: EventQueueOptions, backlog: Backlog): void {
  const batch = backlog.first(Infinity, LAST_BYTES)
  if (!batch.length) return
  backlog.remove(batch)
  options.world.beacon(`${options.relay}/v1/batch`, bodyOf(options, batch, options.held()))
}

/** Sends the next batch. False when it is to be tried again later. */
async function sendNext(options: EventQueueOptions, backlog: Backlog): Promise<boolean> {
  const fitting = backlog.first(BATCH_EVENTS, BATCH_BYTES)
  // One that fits nowhere goes alone: the relay may refuse it, and says why.
  const batch = fitting.length ? fitting : backlog.first(1, Infinity)
  const body = bodyOf(options, batch, await options.token())
  // text/plain needs no permission asked first (CORS preflight).
  const headers = { 'content-type': 'text/plain' }
  const error = await options.call('batch', { body, headers }).then(
    () => undefined,
    (error: RelayError) => error
  )
  if (error && mayPass(error)) return false
  backlog.settle(batch, error?.code)
  return true
}

function bodyOf({ world, site }: EventQueueOptions, batch: RawEvent[], token?: string): string {
  const sentAt = new Date(world.now()).toISOString()
  return `{"batch":[${batch}],${JSON.stringify({ writeKey: site, sentAt, token }).slice(1)}`
}
