import { atom, onMount, type ReadableAtom } from 'nanostores'
import { whenIdle } from '../when-idle.ts'
import type { Words } from './words.ts'

const DAY_MS = 86_400_000

/** How moments are written for this reader. */
export interface Dates {
  /** `14:05` */
  time(at: number): string
  /** `Today`, `Yesterday`, or the date. `now` decides which. */
  day(at: number, now: number): string
}

// A Chromium without a locale says `en-US@posix`, which Intl throws at.
const TAG = /^[a-z]+(-[a-z\d]+)*$/i

/** The browser knows the reader's country, and so 12 or 24 hours, where it speaks our language. */
export const localeOf = (language: string): string =>
  navigator.languages.find(tag => tag.startsWith(language) && TAG.test(tag)) ?? language

/** Moments in the reader's language and the browser's own time zone. */
export function datesIn(language: string, words: Pick<Words, 'today' | 'yesterday'>): Dates {
  const locale = localeOf(language)
  const clock = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' })
  const date = new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'long' })
  const midnight = (at: number): number => new Date(at).setHours(0, 0, 0, 0)
  return {
    time: at => clock.format(at),
    day(at, now) {
      // Rounded: a day is 23 or 25 hours long when the clocks change.
      const ago = Math.round((midnight(now) - midnight(at)) / DAY_MS)
      if (ago === 0) return words.today
      return ago === 1 ? words.yesterday : date.format(at)
    }
  }
}

/**
 * The same, but not before the page is idle and something with a moment is drawn. Undefined until then: the
 * first use of `Intl` takes a browser longer than drawing the panel, whatever it is used for.
 */
export function lateDates(...of: Parameters<typeof datesIn>): ReadableAtom<Dates | undefined> {
  const $dates = atom<Dates | undefined>()
  onMount($dates, () => ($dates.get() ? undefined : whenIdle(() => $dates.set(datesIn(...of)))))
  return $dates
}
