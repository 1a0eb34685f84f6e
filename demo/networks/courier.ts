import type { FaultSwitches } from './faults.ts'
import type { Pace } from './pace.ts'
import type { Timers } from './timers.ts'

/** One webhook call, ready to be made. */
export interface Call {
  url: string
  headers: Record<string, string>
  body: string
}

/** How a call ended: an HTTP status, or why there is none. */
export type Ending = number | 'unreachable' | 'timeout'

export interface CourierOptions<Event> {
  faults: FaultSwitches
  timers: Timers
  pace: Pace
  /** How many events one call may carry. */
  batch: number
  /** How long the provider waits for an answer, in milliseconds. */
  patienceMs: number
  /** Whether an answer with this status means that the events were taken. */
  takes(status: number): boolean
  /** Whether there is anybody to call yet. Without it: always. */
  ready?(): Promise<boolean>
  pack(events: Event[]): Call
  /** Milliseconds until the next try; undefined gives up. `attempt` starts at 1. */
  retryAfter(events: Event[], attempt: number, ending: Ending): number | undefined
  /** They were taken, with this answer. */
  taken?(events: Event[], answer: { type: string; body: string }): void
}

/** Brings events to the company's webhook: in order, in batches, again when nobody took them. */
export interface Courier<Event> {
  bring(event: Event): void
}

export function createCourier<Event>(options: CourierOptions<Event>): Courier<Event> {
  const { faults, timers, pace, batch } = options
  const waiting: Event[] = []
  let working = false

  const work = async () => {
    if (working) return
    working = true
    while (waiting.length) await tryCall(options, waiting.splice(0, batch), 1)
    working = false
  }
  const enqueue = (event: Event) => {
    waiting.push(event)
    // After the running turn, so that what happens together travels together.
    queueMicrotask(() => void work())
  }
  return {
    bring(event) {
      const late = faults.strikes('delays') ? pace.lateMs : 0
      const shuffled = faults.strikes('disorder') ? faults.chance() * pace.shuffleMs : 0
      if (late + shuffled) timers.after(late + shuffled, () => enqueue(event))
      else enqueue(event)
      if (faults.strikes('duplicates')) {
        timers.after(late + shuffled + pace.repeatMs, () => enqueue(event))
      }
    }
  }
}

/** One try. Later tries run on their own, so that one lost call never holds up the others. */
async function tryCall<Event>(options: CourierOptions<Event>, events: Event[], attempt: number) {
  const { timers, faults, ready, taken } = options
  const lost = (attempt === 1 && faults.strikes('lostWebhooks')) || (ready && !(await ready()))
  const { ending, answer } = lost ? LOST : await post(options.pack(events), options)
  if (answer) return taken?.(events, answer)
  const wait = options.retryAfter(events, attempt, ending)
  if (wait !== undefined) timers.after(wait, () => void tryCall(options, events, attempt + 1))
}

interface Posted {
  ending: Ending
  /** Only when the call was taken. */
  answer?: { type: string; body: string }
}

const LOST: Posted = { ending: 'unreachable' }

async function post<Event>(
  { url, headers, body }: Call,
  { timers, patienceMs, takes }: CourierOptions<Event>
): Promise<Posted> {
  const patience = AbortSignal.timeout(patienceMs)
  const signal = AbortSignal.any([timers.signal, patience])
  try {
    const response = await fetch(url, { method: 'POST', headers, body, signal, redirect: 'manual' })
    const answer = { type: response.headers.get('content-type') ?? '', body: await response.text() }
    return takes(response.status)
      ? { ending: response.status, answer }
      : { ending: response.status }
  } catch {
    return { ending: patience.aborted ? 'timeout' : 'unreachable' }
  }
}
