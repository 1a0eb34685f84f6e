import type { Writing } from '../commit.ts'
import { reachesOf } from '../delivery/reaches.ts'
import type { Route } from '../delivery/route-reply.ts'
import { addErrand } from '../errands/add-errand.ts'
import type { StoredEntry } from '../model.ts'
import type { Ports } from '../ports.ts'
import { WEB } from '../surface.ts'

/** What an open widget has to show it before a browser is told, in milliseconds. */
const WAIT_MS = 3000
/** An answer of yesterday is found on the site. */
const GOOD_FOR_MS = 24 * 3_600_000

/**
 * Tells the browsers of those who are written to on the site, unless they see it there: that is looked at when it is sent. Who is
 * written to on a phone is not told twice.
 */
export async function pushReply(
  ports: Ports,
  writing: Writing,
  { entry, route }: { entry: StoredEntry; route: Route }
): Promise<void> {
  if (!ports.pusher || route.reach.address.account !== WEB) return
  const { conversation, seq } = entry
  const reaches = await reachesOf(ports, writing.tx, conversation)
  for (const address of new Set(reaches.map(({ address }) => address.id))) {
    for (const { id } of await writing.tx.pushSubscriptions(address)) {
      const order = { subscription: id, conversation, seq }
      await addErrand(ports, writing, {
        order: { kind: 'push', order },
        ...{ goodForMs: GOOD_FOR_MS, waitMs: WAIT_MS }
      })
    }
  }
}
