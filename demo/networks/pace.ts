/** How fast messages travel, in milliseconds. */
export interface Pace {
  /** From a taken message to its `sent`. */
  sentMs: number
  /** From there until it is on the phone, and `delivered`. */
  deliveredMs: number
  /** First wait before a webhook call is tried again; it doubles. */
  retryMs: number
  /** How late a delayed webhook call is. */
  lateMs: number
  /** How far apart webhook calls are thrown that overtake each other. */
  shuffleMs: number
  /** When a repeated webhook call comes. */
  repeatMs: number
}

export const EVERYDAY_PACE: Pace = {
  sentMs: 80,
  deliveredMs: 250,
  retryMs: 250,
  lateMs: 3000,
  shuffleMs: 800,
  repeatMs: 120
}
