const BASE_MS = 500
const MAX_MS = 20_000

/**
 * How long to wait before attempt `n` (0 is the first after a loss), in milliseconds.
 * Full jitter: everybody was cut off at the same moment, and must not come back at the same moment.
 */
export const reconnectDelay = (n: number, random: () => number): number =>
  random() * Math.min(MAX_MS, BASE_MS * 2 ** n)
