/** The time on which networks, phones and relay agree. It can be put forward, so that a day passes at a tap. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** How far it has been put forward, in milliseconds. */
  ahead(): number
  advance(ms: number): void
  /** Back to the real time. */
  reset(): void
}

/** Starts a clock at the real time, or at `real`. */
export function createClock(real: () => number = Date.now): Clock {
  let ahead = 0
  return {
    now: () => real() + ahead,
    ahead: () => ahead,
    advance(ms) {
      ahead += ms
    },
    reset() {
      ahead = 0
    }
  }
}
