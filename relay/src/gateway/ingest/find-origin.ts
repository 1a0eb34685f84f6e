import type { Batch } from '@segue/sdk/protocol'
import type { EventBatch } from '../../core/events/record-events.ts'
import type { Rim } from '../rim.ts'
import type { Sender } from './write-keys.ts'

/** Who has sent a batch, as far as it proves that, and when. */
export type Origin = Omit<EventBatch, 'events'> & { trusted: boolean }

/** @throws {Refused} `user_token_expired`, `user_token_invalid` */
export async function findOrigin(
  { ports, tokens, findUser }: Pick<Rim, 'ports' | 'tokens' | 'findUser'>,
  { site, trusted }: Sender,
  { token, anonymousId, sentAt, ...shown }: Omit<Batch, 'batch'>
): Promise<Origin> {
  const receivedAt = ports.now()
  const sent = Date.parse(sentAt ?? '')
  return {
    trusted,
    address: token === undefined ? undefined : await addressOf(tokens, site.key, token),
    anonymousId,
    user: await findUser(site.key, shown),
    receivedAt,
    ...(Number.isNaN(sent) ? {} : { sentAt: sent })
  }
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
