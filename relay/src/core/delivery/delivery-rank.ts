import type { DeliveryStatus } from '@segue/sdk/protocol'

// A late `failed` is believed only while nobody has said that it arrived; a late `delivered` always.
const RANK: Record<DeliveryStatus, number> = {
  queued: 0,
  unknown: 1,
  sent: 2,
  failed: 3,
  delivered: 4,
  read: 5
}

/** Whether `to` is news after `from`. Statuses arrive twice and in any order; they only move forward. */
export const movesForward = (from: DeliveryStatus, to: DeliveryStatus): boolean =>
  RANK[to] > RANK[from]
