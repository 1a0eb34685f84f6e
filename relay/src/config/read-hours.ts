import type { Hours, Span } from '../core/hours/opening-hours.ts'
import { type Problem, partOf } from './problems.ts'

/** When somebody answers, as it is written: `mon: '09:00-12:00, 13:00-17:30'`. */
export interface HoursConfig {
  mon?: string
  tue?: string
  wed?: string
  thu?: string
  fri?: string
  sat?: string
  sun?: string
  /** Days that are otherwise: `'12-24': 'closed'` every year, `'2026-12-31': '09:00-12:00'` once. */
  dates?: Record<string, string>
}

const WEEK = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
const HINT = 'Write it as 09:00-17:30, 09:00-12:00, 13:00-17:30 or closed.'

function minuteOf(time: string): number {
  const [, hours, minutes] = /^(\d\d):(\d\d)$/.exec(time) ?? []
  const minute = Number(hours) * 60 + Number(minutes)
  return Number(minutes) < 60 && minute <= 1440 ? minute : Number.NaN
}

/** The stretches of a day, as they are written; undefined when they cannot be read. An end before the beginning is on the next day. */
export function readSpans(text: string): Span[] | undefined {
  if (text === 'closed') return []
  const spans = text.split(/,\s*/).map(part => {
    const [from = Number.NaN, to = Number.NaN, ...more] = part.split('-').map(minuteOf)
    return {
      from,
      to: to <= from ? to + 1440 : to,
      isGood: from < 1440 && from !== to && !more.length
    }
  })
  if (!spans.every(({ from, to, isGood }) => isGood && from >= 0 && to > from)) return undefined
  return spans.map(({ from, to }) => ({ from, to }))
}

/** `2026-12-24`, or `12-24` for every year. */
function isDate(text: string): boolean {
  const full = /^\d{4}-\d\d-\d\d$/.test(text)
    ? text
    : /^\d\d-\d\d$/.test(text)
      ? `2024-${text}`
      : ''
  const date = new Date(`${full}T00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(full)
}

/** What is wrong with the sites' hours. */
export function checkHours(sites: unknown): Problem[] {
  if (!Array.isArray(sites)) return []
  return sites.flatMap((site, index) => {
    const path = `${partOf('sites', index)}.hours`
    const { dates, ...week } = Object(Object(site).hours)
    return [
      ...Object.entries(week).flatMap(([day, text]) => checkDay(text, partOf(path, day))),
      ...Object.entries(Object(dates)).flatMap(([date, text]) => {
        const at = partOf(partOf(path, 'dates'), date)
        const hint = 'Write it as 2026-12-24, or 12-24 for every year.'
        return isDate(date) ? checkDay(text, at) : [{ path: at, message: 'is no date', hint }]
      })
    ]
  })
}

const checkDay = (text: unknown, path: string): Problem[] =>
  typeof text !== 'string' || readSpans(text)
    ? []
    : [{ path, message: 'is not in the right form', hint: HINT }]

/** Hours that have been checked, in the core's words. */
export const hoursOf = ({ dates = {}, ...week }: HoursConfig, timeZone: string): Hours => ({
  timeZone,
  week: WEEK.map(day => readSpans(week[day] ?? 'closed') ?? []),
  dates: new Map(Object.entries(dates).map(([date, text]) => [date, readSpans(text) ?? []]))
})
