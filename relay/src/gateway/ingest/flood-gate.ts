import type { IncomingMessage } from 'node:http'
import { ipKeyGenerator } from 'express-rate-limit'
import { HttpRefusal } from '../http-refusal.ts'
import type { Rim } from '../rim.ts'
import { createQuota } from './quota.ts'
import type { Sender } from './write-keys.ts'

/**
 * Lets so many events a minute through: by site, and by IP address unless it is the company's own server.
 *
 * @throws {HttpRefusal} 429, with the seconds after which to come back
 */
export type FloodGate = (req: IncomingMessage, sender: Sender, events: number) => void

export function createFloodGate(
  { limits, ports: { now } }: Rim,
  ipOf: (req: IncomingMessage) => string
): FloodGate {
  const ofIp = createQuota(limits.eventsPerMinute, now)
  const ofSite = createQuota(limits.siteEventsPerMinute, now)

  return (req, { site, trusted }, events) => {
    const waitIp = trusted ? 0 : ofIp(ipKeyGenerator(ipOf(req)), events)
    const wait = waitIp || ofSite(site.key, events)
    if (wait > 0) {
      throw new HttpRefusal(429, 'too_many', 'Too many events. Try again in a while.', wait)
    }
  }
}
