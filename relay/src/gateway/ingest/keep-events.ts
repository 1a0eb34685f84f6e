import { setImmediate } from 'node:timers/promises'
import type { TrackedEvent } from '@segue/sdk/protocol'
import { recordEvents } from '../../core/record-events.ts'
import type { Rim } from '../rim.ts'
import type { Sender } from './write-keys.ts'

/** Events of one transaction: a chat message never waits for more than these. */
const AT_ONCE = 80

/** Events that came in one call, all of them good. */
export interface Arrived {
  sender: Sender
  events: TrackedEvent[]
  /** When they were sent, by the client's clock. */
  sentAt: string | undefined
  /** A visitor's token, for what its events belong to. */
  token: string | undefined
}

/** Keeps events, a handful at a time. Says how many were new. */
export async function keepEvents(
  { ports, tokens }: Pick<Rim, 'ports' | 'tokens'>,
  { sender: { site, trusted }, events, sentAt, token }: Arrived
): Promise<number> {
  const receivedAt = ports.now()
  const address = token === undefined ? undefined : await addressOf(tokens, site.key, token)
  const sent = Date.parse(sentAt ?? '')
  const about = { address, trusted, receivedAt, ...(Number.isNaN(sent) ? {} : { sentAt: sent }) }
  let stored = 0
  for (let from = 0; from < events.length; from += AT_ONCE) {
    // Messages that came meanwhile go first.
    if (from > 0) await setImmediate()
    const some = events.slice(from, from + AT_ONCE)
    stored += (await recordEvents(ports, site, { ...about, events: some })).stored
  }
  return stored
}

/** The visitor a token proves. A token that has expired meanwhile leaves the events nobody's rather than losing them. */
async function addressOf(
  { visitorOf }: Rim['tokens'],
  site: string,
  token: string
): Promise<string | undefined> {
  const visitor = await visitorOf(token).catch(() => undefined)
  return visitor?.site.key === site ? visitor.address : undefined
}
