import { localeOf } from './locale.ts'
import type { Words } from './words.ts'

const DAY_MS = 86_400_000

/** How many midnights lie between two moments, by the reader's clock. A day is 23 or 25 hours long when the clocks change. */
export const daysBetween = (one: number, other: number): number =>
  Math.round((new Date(other).setHours(0, 0, 0, 0) - new Date(one).setHours(0, 0, 0, 0)) / DAY_MS)

/** When somebody is back: at what time today or tomorrow, on which weekday, or on which date. */
export function sayBack(language: string, words: Words, at: number, now: number): string {
  const locale = localeOf(language)
  const write = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, options).format(at)
  const time = write({ hour: 'numeric', minute: '2-digit' })
  const days = daysBetween(now, at)
  if (days < 1) return words.backToday({ time })
  if (days === 1) return words.backTomorrow({ time })
  const date = days < 7 ? {} : ({ day: 'numeric', month: 'long' } as const)
  return words.backOn({ day: write({ weekday: 'long', ...date }), time })
}

/** `5 minutes`, `2 hours`, `1 day`: how soon, in whole units, rounded up. */
export function sayDuration(language: string, minutes: number): string {
  const [unit, size] =
    minutes < 60 ? ['minute', 1] : minutes < 1440 ? ['hour', 60] : (['day', 1440] as const)
  const count = Math.ceil(minutes / Number(size))
  const style = { style: 'unit', unit, unitDisplay: 'long' } as const
  return new Intl.NumberFormat(language, style).format(count)
}
