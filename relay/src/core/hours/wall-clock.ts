/** A moment as a clock on a wall shows it: milliseconds since 1970 as if the wall were in UTC. */
export type WallTime = number

/** What the clocks of one time zone show. Summer time and all other changes are Intl's business. */
export interface WallClock {
  at(moment: number): WallTime
  /** Every moment at which the clock shows this: none in the hour that is left out in spring, two in the one that comes twice. */
  momentsOf(shown: WallTime): number[]
  /** The moment in this stretch at which the clocks change, if they do. */
  changeBetween(from: number, to: number): number | undefined
}

const HOUR_MS = 3_600_000
/** Clocks have only ever changed on whole seconds, and these days on whole minutes. */
const MINUTE_MS = 60_000

const clocks = new Map<string, WallClock>()

/** The clock of an IANA zone. @throws {RangeError} when there is no such zone */
export function wallClock(timeZone: string): WallClock {
  const known = clocks.get(timeZone) ?? createWallClock(timeZone)
  clocks.set(timeZone, known)
  return known
}

function createWallClock(timeZone: string): WallClock {
  const format = new Intl.DateTimeFormat('en-US', {
    ...{ timeZone, hourCycle: 'h23', era: 'short' },
    ...{ year: 'numeric', month: 'numeric', day: 'numeric' },
    ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' }
  })

  const at = (moment: number): WallTime => {
    const parts = format.formatToParts(moment).filter(({ type }) => type !== 'literal')
    const { year, month, day, hour, minute, second } = Object.fromEntries(
      parts.map(({ type, value }) => [type, Number(value)])
    )
    return (
      Date.UTC(year!, month! - 1, day, hour, minute, second) + (((moment % 1000) + 1000) % 1000)
    )
  }

  const offset = (moment: number): number => at(moment) - moment

  return {
    at,

    momentsOf(shown) {
      // No zone is further than this from UTC, and none changes twice in that time.
      const offsets = new Set([offset(shown - 26 * HOUR_MS), offset(shown + 26 * HOUR_MS)])
      return [...offsets]
        .map(ahead => shown - ahead)
        .filter(moment => at(moment) === shown)
        .sort((a, b) => a - b)
    },

    changeBetween(from, to) {
      const before = offset(from)
      if (offset(to) === before) return undefined
      let [low, high] = [Math.floor(from / MINUTE_MS), Math.ceil(to / MINUTE_MS)]
      while (high - low > 1) {
        const middle = Math.floor((low + high) / 2)
        if (offset(middle * MINUTE_MS) === before) low = middle
        else high = middle
      }
      return high * MINUTE_MS
    }
  }
}
