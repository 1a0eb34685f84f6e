import { commit } from '../commit.ts'
import type { Ports } from '../ports.ts'
import { Refused } from '../refusal.ts'
import type { PushSubscription } from './push.ts'

const HOUR_MS = 3_600_000
const PER_HOUR = 20
/** Browsers one visitor can have by its secret: more come of renewed subscriptions whose old ones are not yet known to be gone. */
const MOST = 5

type Told = Pick<PushSubscription, 'endpoint' | 'p256dh' | 'auth'>

/**
 * A browser asks to be told of answers. Twice is once; a browser that was another visitor's is this one's from now on.
 *
 * @throws {Refused} `not_found` where the site offers it to nobody, `invalid` for an endpoint that is no push service's, `too_many`
 */
export async function subscribe(ports: Ports, address: string, told: Told): Promise<void> {
  const { store, sites, pusher, random, now } = ports
  const site = (await store.address(address))?.site ?? ''
  if (!pusher || !sites.get(site)?.push) {
    throw new Refused('not_found', 'This site tells nobody of answers.')
  }
  if (!pusher.knows(told.endpoint)) {
    throw new Refused('invalid', 'This is no push service that we know.', 'endpoint')
  }
  if (!ports.allow(`push:${address}`, PER_HOUR, HOUR_MS)) {
    throw new Refused('too_many', 'That is enough for now. Try again in an hour.')
  }
  const { endpoint, p256dh, auth } = told
  await commit(ports, async ({ tx }) => {
    const known = await tx.pushSubscriptions(address)
    const same = known.find(one => one.endpoint === endpoint)
    if (same?.p256dh === p256dh && same.auth === auth) return
    const others = known.filter(one => one !== same)
    for (const old of others.slice(MOST - 1)) await tx.removePushSubscription(old.endpoint)
    await tx.removePushSubscription(endpoint)
    const kept = { site, address, endpoint, p256dh, auth, at: now() }
    await tx.addPushSubscription({ id: random.id(), ...kept })
  })
}

/** The browser is to be told no more. Another visitor's is left as it is. */
export function unsubscribe(ports: Ports, address: string, endpoint: string): Promise<void> {
  return commit(ports, async ({ tx }) => {
    const known = await tx.pushSubscriptions(address)
    if (known.some(one => one.endpoint === endpoint)) await tx.removePushSubscription(endpoint)
  })
}
