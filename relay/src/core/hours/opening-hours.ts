import type { Opening } from '@segue/sdk/protocol'
import { type WallClock, type WallTime, wallClock } from './wall-clock.ts'

/** A stretch of a day, in minutes after its midnight. `to` is past 1440 when it ends on the next day. */
export interface Span {
  from: number
  to: number
}

/** When somebody answers, by the clocks of one time zone. */
export interface Hours {
  /** IANA */
  timeZone: string
  /** Monday first; an empty day is closed. */
  week: readonly (readonly Span[])[]
  /** Days that are otherwise than their weekday: `2026-12-24`, or `12-24` for every year. The more exact one counts. */
  dates: ReadonlyMap<string, readonly Span[]>
}

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

/** Nobody is closed for longer than this and still says when they are back, in days. */
const FAR_DAYS = 400

/** How many openings and closings a page is told of at once: more than a week of them. */
const MOST_CHANGES = 16

const midnightOf = (shown: WallTime): WallTime => Math.floor(shown / DAY_MS) * DAY_MS

function spansOf({ week, dates }: Hours, midnight: WallTime): readonly Span[] {
  const date = new Date(midnight).toISOString().slice(0, 10)
  // 1 January 1970 was a Thursday.
  const weekday = (((Math.floor(midnight / DAY_MS) + 3) % 7) + 7) % 7
  return dates.get(date) ?? dates.get(date.slice(5)) ?? week[weekday] ?? []
}

/** Whether somebody answers at this moment: the clock on the wall decides, whatever it was changed to. */
export function isOpen(hours: Hours, moment: number): boolean {
  const shown = wallClock(hours.timeZone).at(moment)
  const midnight = midnightOf(shown)
  const minute = (shown - midnight) / MINUTE_MS
  return (
    spansOf(hours, midnight).some(({ from, to }) => from <= minute && minute < to) ||
    spansOf(hours, midnight - DAY_MS).some(({ to }) => minute + 1440 < to)
  )
}

/** Every moment of a day at which it may open or close. */
function turnsOf(hours: Hours, clock: WallClock, midnight: WallTime): number[] {
  const edges = spansOf(hours, midnight).flatMap(({ from, to }) => [from, to])
  const turns = edges.flatMap(edge => clock.momentsOf(midnight + edge * MINUTE_MS))
  // The clocks themselves may open or close: they skip the hour of an edge, or show one again.
  const change = clock.changeBetween(midnight - DAY_MS, midnight + 2 * DAY_MS)
  return change === undefined ? turns : [...turns, change]
}

/** The next moment after this one at which it opens or closes; undefined when it never does. */
export function nextChange(hours: Hours, moment: number): number | undefined {
  const clock = wallClock(hours.timeZone)
  const today = midnightOf(clock.at(moment))
  let next = Number.POSITIVE_INFINITY
  for (let day = -1; day <= FAR_DAYS; day++) {
    const midnight = today + day * DAY_MS
    // What begins on a day may be over before what began on the day before.
    if (midnight - DAY_MS > clock.at(Math.min(next, moment + (FAR_DAYS + 3) * DAY_MS))) break
    const turns = turnsOf(hours, clock, midnight).filter(
      turn => turn > moment && turn < next && isOpen(hours, turn) !== isOpen(hours, turn - 1)
    )
    next = Math.min(next, ...turns)
  }
  return Number.isFinite(next) ? next : undefined
}

const known = new WeakMap<Hours, { since: number; opening: Omit<Opening, 'at'> }>()

/** Whether it is open, and when that changes next: enough for a page to know for a week, without asking again. */
export function openingOf(hours: Hours, now: number): Opening {
  const last = known.get(hours)
  const isGood = last && last.since <= now && now < (last.opening.changes[0] ?? last.since + DAY_MS)
  const opening = isGood ? last.opening : lookAhead(hours, now)
  if (!isGood) known.set(hours, { since: now, opening })
  return { at: now, ...opening }
}

function lookAhead(hours: Hours, now: number): Omit<Opening, 'at'> {
  const changes: number[] = []
  while (changes.length < MOST_CHANGES) {
    const next = nextChange(hours, changes.at(-1) ?? now)
    if (next === undefined) break
    changes.push(next)
  }
  return { open: isOpen(hours, now), changes }
}
