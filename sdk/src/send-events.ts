import type { HTTPError } from 'ky'
import { arrive, comeBack, hear } from './event-fates.ts'
import type { EventRoad, WaitingEvent } from './event-road.ts'
import { callRelay } from './http.ts'
import { leftEvents } from './left-events.ts'
import type { UserProof } from './protocol/session-api.ts'
import { mayPass, type RelayError, unreachable } from './relay-error.ts'

/** Most events in one batch, and most of its bytes: less than what may be sent beside a page, so that some room is left. */
const BATCH_EVENTS = 100
const BATCH_BYTES = 48_000

/** So many events are asked about at once. */
const ASKED_EVENTS = 500

/** The relay may ask for so long a wait at most, in milliseconds. */
const LONGEST_PAUSE_MS = 3_600_000

/** Another tab's view of `localStorage` lags behind ours by a few milliseconds: it must see what is gone before it sends. */
const SEEN_MS = 100

/** What goes in one request. */
interface Load {
  events: WaitingEvent[]
  /** Sent before, by a page that never heard the answer. */
  asked: WaitingEvent[]
  token: string | undefined
}

/** How it went, and what is next. */
export interface Sent {
  /** It is to be tried again, after so long at least. */
  failed?: boolean
  /** In so many milliseconds there is more to do. */
  wait?: number
}

/** Sends what is ours to send, while no other tab does. */
export function sendEvents(road: EventRoad): Promise<Sent> {
  const { world, site } = road
  return world.alone(`segue:${site}:events`, () => {
    let unlisten = () => {}
    const gone = new Promise<Sent>(resolve => {
      // A page that sleeps in the back/forward cache must not keep the others waiting.
      unlisten = world.listen('pagehide', () => resolve({}))
    })
    return Promise.race([sendAll(road), gone]).finally(unlisten)
  })
}

async function sendAll(road: EventRoad): Promise<Sent> {
  let most = BATCH_EVENTS
  let hasSent = false
  for (;;) {
    const load = await nextLoad(road, most)
    if (!road.isOpen || road.isGone) return { wait: Infinity }
    if (load) {
      const error = await ship(road, load)
      if (error && mayPass(error))
        return { failed: true, wait: retryAfter(error, road.world.now()) }
      hasSent = true
      if (error?.status === 413) most = Math.ceil(load.events.length / 2)
    } else {
      if (!hasSent) return { wait: nextDue(road) }
      hasSent = false
      await untilSeen(road)
    }
  }
}

function untilSeen(road: EventRoad): Promise<void> {
  return new Promise<void>(resolve => {
    road.nudge = resolve
    if (road.unsent().length) resolve()
    road.world.after(SEEN_MS, resolve)
  })
}

/** What goes next. It is looked up last of all: while we wait for a token, the page may have sent it otherwise. */
async function nextLoad(road: EventRoad, most: number): Promise<Load | undefined> {
  const { mine } = road
  const token = road.unsent().length ? await road.token() : undefined
  const unsent = road.unsent()
  const now = road.world.now()
  const doubtful = [...mine.values()].filter(({ isSent, isFlying }) => isSent && !isFlying)
  const left = [...leftEvents(road), ...doubtful].filter(({ free }) => free <= now)
  const asked = left.filter(({ isSent }) => isSent).slice(0, ASKED_EVENTS)
  const others = left.filter(({ isSent }) => !isSent).sort((a, b) => a.at - b.at)
  // Apart from ours: our token would say that they are this visitor's.
  const next = others.length ? others : unsent
  const fit = road.fitting(next.slice(0, most), BATCH_BYTES)
  // One that fits nowhere is none that we took. It goes alone: the relay says what is wrong with it.
  const events = fit.length ? fit : next.slice(0, 1)
  if (!events.length && !asked.length) return undefined
  return { events, asked, token: others.length ? undefined : token }
}

/** In how many milliseconds something is anybody's that is not now. */
function nextDue(road: EventRoad): number {
  const all = [...leftEvents(road), ...road.mine.values()]
  const dues = all.flatMap(({ isFlying, free }) => (isFlying ? [] : free))
  return Math.max(0, Math.min(...dues) - road.world.now())
}

/** Sends them, and sees to what the relay says of each. Returns why not, if so. */
async function ship(road: EventRoad, load: Load): Promise<RelayError | undefined> {
  const { events, asked, token } = load
  for (const event of events) road.save(event, { isSent: true, isFlying: true })
  const sent = asked.length ? asked.map(({ id }) => id) : undefined
  try {
    const send = (user: UserProof) => post(road, road.bodyOf(events, { token, sent, ...user }))
    const reply = Object(await (road.proof.source ? sendProved(road, send) : send({})))
    arrive(road, events, reply)
    hear(road, asked, reply)
    return undefined
  } catch (error) {
    refuse(road, load, error as RelayError)
    return error as RelayError
  } finally {
    for (const event of events) event.isFlying = false
  }
}

/** Few pages prove who their user is: the others need not fetch how. @throws {RelayError} */
async function sendProved(road: EventRoad, send: (user: UserProof) => Promise<unknown>) {
  const { postProved } = await import('./post-proved.ts').catch(unreachable)
  return postProved(road, send)
}

/** Outlives the page, if there is room for that. @throws {RelayError} */
async function post(road: EventRoad, body: string): Promise<unknown> {
  const bytes = road.bytesOf(body)
  const keepalive = bytes <= road.roomBeside
  if (keepalive) road.roomBeside -= bytes
  try {
    // text/plain needs no permission asked first (CORS preflight).
    const headers = { 'content-type': 'text/plain' }
    return await callRelay(road, 'batch', { body, headers, keepalive })
  } finally {
    if (keepalive) road.roomBeside += bytes
  }
}

function refuse(road: EventRoad, { events, asked }: Load, error: RelayError): void {
  // Ended under way: whether they arrived is asked later, or by the next page.
  if (!road.isOpen || road.isGone) return
  const isWorthAnother = mayPass(error) || (error.status === 413 && events.length > 1)
  if (!isWorthAnother) road.settle(events, error.code)
  comeBack(road, isWorthAnother ? events : asked)
}

/** Milliseconds from now; the header says seconds, or a date. */
function retryAfter({ status, cause }: RelayError, now: number): number {
  if (status !== 429 && status !== 503) return 0
  const header = (cause as HTTPError).response.headers.get('retry-after') ?? ''
  const wait = Number(header) * 1_000 || Date.parse(header) - now || 0
  return Math.min(Math.max(wait, 0), LONGEST_PAUSE_MS)
}
