/** Keys remembered at once. Past it the one used longest ago begins anew, so that nobody can fill the memory. */
const MAX_KEYS = 20_000

/**
 * Takes `cost` from what `key` may have, and says 0; or, when nothing of it is left, takes nothing and says in how many
 * seconds there is something again. The last cost may go past the end, so that nothing is ever too large to pass.
 */
export type Quota = (key: string, cost: number) => number

/** A quota of so much a minute, all of which may be used at once. */
export function createQuota(perMinute: number, now: () => number): Quota {
  const used = new Map<string, { amount: number; at: number }>()
  const perMs = perMinute / 60_000

  return (key, cost) => {
    const moment = now()
    const known = used.get(key)
    const passed = known ? Math.max(moment - known.at, 0) : 0
    const amount = Math.max((known?.amount ?? 0) - passed * perMs, 0)
    if (amount >= perMinute) return Math.max(Math.ceil((amount - perMinute) / perMs / 1000), 1)
    used.delete(key)
    if (used.size >= MAX_KEYS) used.delete(used.keys().next().value!)
    used.set(key, { amount: amount + cost, at: moment })
    return 0
  }
}
