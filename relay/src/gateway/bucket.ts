/**
 * A token bucket: lets through `rate` a second on average, `burst` at once.
 * Two numbers a connection, so that it can be had by every one of them.
 */
export function createBucket(
  { rate, burst }: { rate: number; burst: number },
  now: () => number
): () => boolean {
  let left = burst
  let at = now()
  return () => {
    const moment = now()
    left = Math.min(burst, left + (Math.max(moment - at, 0) / 1000) * rate)
    at = moment
    if (left < 1) return false
    left -= 1
    return true
  }
}
