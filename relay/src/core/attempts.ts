import type { Ports } from './ports.ts'

/** Keys remembered at once. Past it the one used longest ago is forgotten, so that nobody can fill the memory. */
const MAX_KEYS = 20_000

interface Attempts {
  /** When each attempt that counts was made, oldest first. Never more than `max`. */
  at: number[]
  /** When the last of them stops counting. */
  until: number
}

/**
 * Counts attempts in a sliding window, in memory. An attempt that is refused does not count:
 * who keeps trying is let in again as soon as the window has room.
 */
export function countAttempts(now: () => number): Ports['allow'] {
  /** The key used longest ago comes first. */
  const known = new Map<string, Attempts>()

  const makeRoom = (moment: number) => {
    for (const [key, { until }] of known) {
      if (until > moment && known.size < MAX_KEYS) return
      known.delete(key)
    }
  }

  return (key, max, windowMs) => {
    const moment = now()
    const at = (known.get(key)?.at ?? []).filter(then => then > moment - windowMs)
    const allowed = at.length < max
    if (allowed) at.push(moment)
    known.delete(key)
    makeRoom(moment)
    if (at.length > 0) known.set(key, { at, until: moment + windowMs })
    return allowed
  }
}
