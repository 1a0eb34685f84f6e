import { t } from '../strings.ts'

const MINUTE_MS = 60_000

/** How loud a wait may be. */
export type WaitingTone = 'fresh' | 'warm' | 'hot'

/** `<1 min`, `4 min`, `3 h`, `2 days` */
export function waitingTime(ms: number): string {
  const minutes = Math.floor(ms / MINUTE_MS)
  if (minutes < 1) return t.time.lessThanMinute
  if (minutes < 60) return t.time.minutes(minutes)
  const hours = Math.floor(minutes / 60)
  if (hours < 24) return t.time.hours(hours)
  return t.time.days(Math.floor(hours / 24))
}

/** After two minutes people begin to look away; after five they begin to leave. */
export function waitingTone(ms: number): WaitingTone {
  if (ms < 2 * MINUTE_MS) return 'fresh'
  return ms < 5 * MINUTE_MS ? 'warm' : 'hot'
}
