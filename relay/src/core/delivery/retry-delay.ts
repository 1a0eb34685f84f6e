/** Shortest of the growing steps, in milliseconds. */
const BASE_MS = 1000

/** No step is longer, in milliseconds: somebody waits for an answer. */
const MAX_MS = 5 * 60_000

/** What a network may ask for at most, in milliseconds. */
const MAX_ASKED_MS = 60 * 60_000

/** What the network asked for, and never less; spread a little, since everybody was told the same. */
const SPREAD = 0.1

/**
 * How long to wait before the next attempt, in milliseconds.
 *
 * Full jitter: anything from nothing to `1 s · 2ⁿ⁻¹`, where n is the attempts already made, at most five
 * minutes. A `Retry-After` is honoured up to an hour, because coming back sooner only prolongs it.
 * `random` gives a number from 0 up to, not including, 1.
 */
export function retryDelay(
  attempts: number,
  { retryAfterMs, random }: { retryAfterMs?: number; random: () => number }
): number {
  if (retryAfterMs !== undefined) {
    const asked = Math.min(Math.max(retryAfterMs, 0), MAX_ASKED_MS)
    return Math.round(asked * (1 + SPREAD * random()))
  }
  const step = Math.min(MAX_MS, BASE_MS * 2 ** Math.max(attempts - 1, 0))
  return Math.round(step * random())
}
