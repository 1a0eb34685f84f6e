import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Hours,
  isOpen,
  nextChange,
  openingOf,
  type Span
} from '../../../relay/src/core/hours/opening-hours.ts'
import { wallClock } from '../../../relay/src/core/hours/wall-clock.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const nineToFive: Span[] = [{ from: 9 * 60, to: 17 * 60 }]
const workdays = [nineToFive, nineToFive, nineToFive, nineToFive, nineToFive, [], []]

const hoursIn = (timeZone: string, overrides: Partial<Hours> = {}): Hours => ({
  timeZone,
  week: workdays,
  dates: new Map(),
  ...overrides
})

const stockholm = hoursIn('Europe/Stockholm')
const utc = (text: string) => Date.parse(`${text}Z`)
const told = (moment: number | undefined) =>
  moment === undefined ? undefined : new Date(moment).toISOString().slice(0, 16)

describe('business hours', () => {
  it('are open from the first minute to the last, by the clocks of the site', () => {
    // A Wednesday in winter: Stockholm is an hour ahead.
    expect(isOpen(stockholm, utc('2026-11-18T07:59:59.999'))).toBe(false)
    expect(isOpen(stockholm, utc('2026-11-18T08:00'))).toBe(true)
    expect(isOpen(stockholm, utc('2026-11-18T15:59:59.999'))).toBe(true)
    expect(isOpen(stockholm, utc('2026-11-18T16:00'))).toBe(false)
  })

  it('tell the next change: closing when open, opening when closed, over the weekend', () => {
    expect(told(nextChange(stockholm, utc('2026-11-18T10:00')))).toBe('2026-11-18T16:00')
    expect(told(nextChange(stockholm, utc('2026-11-18T20:00')))).toBe('2026-11-19T08:00')
    expect(told(nextChange(stockholm, utc('2026-11-20T16:00')))).toBe('2026-11-23T08:00')
  })

  it('go by the wall when the clocks change', () => {
    // Summer time ends on Sunday 25 October 2026 and begins on Sunday 28 March 2027.
    expect(told(nextChange(stockholm, utc('2026-10-23T20:00')))).toBe('2026-10-26T08:00')
    expect(told(nextChange(stockholm, utc('2027-03-26T20:00')))).toBe('2027-03-29T07:00')
  })

  it('skip days off, this year’s and every year’s, and keep other hours on other days', () => {
    const hours = hoursIn('Europe/Stockholm', {
      dates: new Map([
        ['12-24', []],
        ['12-25', []],
        ['2026-12-23', [{ from: 9 * 60, to: 12 * 60 }]],
        ['2027-12-24', nineToFive]
      ])
    })
    expect(told(nextChange(hours, utc('2026-12-23T09:00')))).toBe('2026-12-23T11:00')
    // Thursday and Friday are off, and then comes the weekend.
    expect(told(nextChange(hours, utc('2026-12-23T12:00')))).toBe('2026-12-28T08:00')
    expect(isOpen(hours, utc('2027-12-24T10:00'))).toBe(true)
  })

  it('may go on past midnight', () => {
    const late = hoursIn('Europe/Stockholm', {
      week: [[], [], [], [], [{ from: 18 * 60, to: 26 * 60 }], [], []]
    })
    // Friday 18:00 to Saturday 02:00.
    expect(isOpen(late, utc('2026-11-21T00:30'))).toBe(true)
    expect(isOpen(late, utc('2026-11-21T01:00'))).toBe(false)
    expect(told(nextChange(late, utc('2026-11-21T00:30')))).toBe('2026-11-21T01:00')
    expect(told(nextChange(late, utc('2026-11-21T01:00')))).toBe('2026-11-27T17:00')
  })

  it('never change where it is always open, or always closed', () => {
    const always = hoursIn('UTC', { week: Array(7).fill([{ from: 0, to: 1440 }]) })
    const never = hoursIn('UTC', { week: Array(7).fill([]) })
    expect(openingOf(always, 0)).toEqual({ at: 0, open: true, changes: [] })
    expect(openingOf(never, 0)).toEqual({ at: 0, open: false, changes: [] })
  })

  it('are told to a page with more than a week of changes, from whatever moment', () => {
    const at = utc('2026-11-18T10:00')
    const { open, changes } = openingOf(stockholm, at)
    expect(open).toBe(true)
    expect(changes.slice(0, 3).map(told)).toEqual([
      '2026-11-18T16:00',
      '2026-11-19T08:00',
      '2026-11-19T16:00'
    ])
    expect(changes.at(-1)! - at).toBeGreaterThan(7 * DAY)
    expect(openingOf(stockholm, at + HOUR)).toEqual({ at: at + HOUR, open: true, changes })
    expect(openingOf(stockholm, changes[0]!)).toMatchObject({ open: false })
    expect(openingOf(stockholm, at - DAY).changes.map(told)[0]).toBe('2026-11-17T16:00')
  })
})

const ZONES = [
  'UTC',
  'Europe/Stockholm',
  'America/New_York',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
  'Africa/Casablanca'
]

const span = fc
  .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 1439 }))
  .map(([from, length]) => ({ from, to: Math.min(from + length, 2880) }))
const day = fc.array(span, { maxLength: 2 })
const hoursOf = fc.record({
  timeZone: fc.constantFrom(...ZONES),
  week: fc.array(day, { minLength: 7, maxLength: 7 }),
  dates: fc.constant(new Map<string, Span[]>())
})
// Around the days on which half of the world changes its clocks, as often as on others.
const changeDays = [
  '2026-03-08',
  '2026-03-29',
  '2026-04-05',
  '2026-10-04',
  '2026-10-25',
  '2026-11-01'
]
const moment = fc
  .tuple(
    fc.oneof(
      fc.constantFrom(...changeDays.map(Date.parse)),
      fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2028-01-01') })
    ),
    fc.integer({ min: -2 * DAY, max: 2 * DAY })
  )
  .map(([around, off]) => Math.floor((around + off) / MINUTE) * MINUTE)

describe('whatever the hours and the zone', () => {
  it('nothing changes before the next change, and everything does at it', () => {
    fc.assert(
      fc.property(hoursOf, moment, (hours, at) => {
        const next = nextChange(hours, at)
        const now = isOpen(hours, at)
        const until = Math.min(next ?? at + 4 * DAY, at + 4 * DAY)
        for (let look = at; look < until; look += 5 * MINUTE) {
          if (isOpen(hours, look) !== now) throw new Error(`${told(look)} before ${told(next)}`)
        }
        if (next === undefined) return
        expect(isOpen(hours, next - 1)).toBe(now)
        expect(isOpen(hours, next)).toBe(!now)
      }),
      { numRuns: 150 }
    )
  })

  it('the moments of a wall time are exactly those at which the clock shows it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), moment, (zone, shown) => {
        const clock = wallClock(zone)
        const moments = clock.momentsOf(shown)
        for (const one of moments) expect(clock.at(one)).toBe(shown)
        const all = Array.from({ length: 30 * 12 }, (_, i) => shown - 15 * HOUR + i * 5 * MINUTE)
        const exact = all.filter(one => clock.at(one) === shown)
        expect(moments).toEqual(expect.arrayContaining(exact))
      })
    )
  })
})
