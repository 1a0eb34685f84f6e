import type { Ports } from '../ports.ts'

/** Events of one transaction: a chat message never waits for more than these. */
const AT_ONCE = 200
/** Events of one round, so that the rest of the house's upkeep comes soon. */
const MOST = 40_000

/** Forgets what is older than its site keeps, little by little. What is left over waits for the next round. */
export async function forgetEvents({ store, sites, now }: Ports): Promise<void> {
  let left = MOST
  for (const { key, keepEventsMs } of sites.values()) {
    const before = now() - keepEventsMs
    let dropped = AT_ONCE
    while (dropped === AT_ONCE && left > 0) {
      dropped = await store.transaction(tx => tx.dropEvents(key, before, AT_ONCE))
      left -= dropped
    }
  }
}
