import { localeOf } from './locale.ts'
import type { Words } from './words.ts'

const DAY_MS = 86_400_000

/** How moments are written for this reader. */
export interface Dates {
  /** `14:05` */
  time(at: number): string
  /** `Today`, `Yesterday`, or the date. `now` decides which. */
  day(at: number, now: number): string
}

const TWELVE = /^en(-US)?$/
const DOTS = /^(da(-DK)?|fi(-FI)?|sv-FI)$/
const COLONS =
  /^(en-(GB|IE)|sv(-SE)?|nb(-NO)?|de(-(DE|AT|CH))?|nl(-(NL|BE))?|fr(-(FR|BE|CH))?|es(-ES)?)$/

/**
 * Hours and minutes as `Intl` writes them where most of our readers are; undefined elsewhere. Not by `Intl` itself: its first
 * use on a page, whatever it is for, blocks it for some 15 ms (Chromium), twice what it takes to open the panel.
 */
export function plainClock(locale: string): Dates['time'] | undefined {
  const isTwelve = TWELVE.test(locale)
  const point = DOTS.test(locale) ? '.' : ':'
  if (!isTwelve && point === ':' && !COLONS.test(locale)) return undefined
  return at => {
    const moment = new Date(at)
    const hours = moment.getHours()
    const minutes = String(moment.getMinutes()).padStart(2, '0')
    return isTwelve
      ? `${hours % 12 || 12}:${minutes} ${hours < 12 ? 'AM' : 'PM'}`
      : hours + point + minutes
  }
}

/** Moments in the reader's language and the browser's own time zone. */
export function datesIn(language: string, words: Pick<Words, 'today' | 'yesterday'>): Dates {
  const locale = localeOf(language)
  const by = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, options).format
  const midnight = (at: number): number => new Date(at).setHours(0, 0, 0, 0)
  let date: Dates['time'] | undefined
  return {
    time: plainClock(locale) ?? by({ hour: 'numeric', minute: '2-digit' }),
    day(at, now) {
      // Rounded: a day is 23 or 25 hours long when the clocks change.
      const ago = Math.round((midnight(now) - midnight(at)) / DAY_MS)
      if (ago === 0) return words.today
      if (ago === 1) return words.yesterday
      date ??= by({ weekday: 'short', day: 'numeric', month: 'long' })
      return date(at)
    }
  }
}
