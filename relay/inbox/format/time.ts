import { t } from '../strings.ts'

// The words are English, so dates are as well; the region still decides between 14:03 and 2:03 pm.
const preferred = globalThis.navigator?.language ?? ''
// A Chromium without a locale says `en-US@posix`, which Intl throws at.
const locale = /^en(-[a-z\d]+)*$/i.test(preferred) ? preferred : 'en-GB'

const clock = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' })
const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short' })
const shortDate = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' })
const longDate = new Intl.DateTimeFormat(locale, {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric'
})

const DAY_MS = 86_400_000

const midnight = (at: number) => new Date(at).setHours(0, 0, 0, 0)

/** Whole days between two moments on the reader's calendar. Rounded, because days of 23 and 25 hours exist. */
const daysBetween = (at: number, now: number) => Math.round((midnight(now) - midnight(at)) / DAY_MS)

/** `14:03` */
export const clockTime = (at: number): string => clock.format(at)

/** The day as a separator names it: `Today`, `Yesterday`, `Friday 21 November 2026`. */
export function dayLabel(at: number, now: number): string {
  const days = daysBetween(at, now)
  if (days === 0) return t.time.today
  if (days === 1) return t.time.yesterday
  return longDate.format(at)
}

/** As short as it can be: `14:03` today, `Fri` within a week, else `21 Nov`. */
export function shortMoment(at: number, now: number): string {
  const days = Math.abs(daysBetween(at, now))
  if (days === 0) return clockTime(at)
  return days < 7 ? weekday.format(at) : shortDate.format(at)
}

/** `14:03` today, else with its day: `Fri 14:03`, `21 Nov 14:03`. */
export function moment(at: number, now: number): string {
  return daysBetween(at, now) === 0 ? clockTime(at) : `${shortMoment(at, now)} ${clockTime(at)}`
}

/** Midnight of the day a moment lies in, to tell days apart. */
export const dayOf = midnight

/** `21 Nov` */
export const dateOf = (at: number): string => shortDate.format(at)
