/** Keeps two messages to one address apart. */
export interface Spacing {
  /** How long the next message of this lane has to wait, in milliseconds. */
  waitFor(lane: string, spacingMs: number): number
  /** A message of this lane has just gone. */
  sent(lane: string): void
}

/** Lanes remembered at most; the oldest is forgotten first, and would hardly have had to wait. */
const MAX_LANES = 10_000

/** Remembers when each lane was last used. Only this process's sends: what is spaced is a courtesy, not a promise. */
export function createSpacing(now: () => number): Spacing {
  // In the order of the last send, because a lane is put back at the end.
  const lastAt = new Map<string, number>()

  return {
    waitFor: (lane, spacingMs) =>
      Math.max(0, (lastAt.get(lane) ?? Number.NEGATIVE_INFINITY) + spacingMs - now()),

    sent(lane) {
      lastAt.delete(lane)
      lastAt.set(lane, now())
      if (lastAt.size > MAX_LANES) lastAt.delete(lastAt.keys().next().value!)
    }
  }
}
