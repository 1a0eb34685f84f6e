import type { ChannelEvent } from '../channel.ts'
import { commit } from '../commit.ts'
import type { Ports } from '../ports.ts'
import type { Account } from '../settings.ts'
import { fallBack } from './fall-back.ts'
import { moveDelivery } from './move-delivery.ts'

/**
 * A provider says how far a delivery got. Statuses come twice, in any order, and before the answer to the send itself;
 * only news is kept. A status for a delivery whose outcome was unknown settles it.
 */
export function recordStatus(
  ports: Ports,
  account: Account,
  event: Extract<ChannelEvent, { type: 'status' }>
): Promise<void> {
  return commit(ports, async writing => {
    const { tx } = writing
    const echoed = event.delivery ? await tx.delivery(event.delivery) : undefined
    const delivery = echoed ?? (await tx.deliveryByProvider(account.id, event.providerId))
    // The echo passed through other hands: it may only name a delivery of this very account.
    if (!delivery || delivery.account !== account.id) return
    const { status, reason, why } = event
    const hasMoved = await moveDelivery(ports, writing, {
      delivery,
      status,
      providerId: event.providerId,
      ...(reason ? { reason } : {})
    })
    if (hasMoved && status === 'failed') {
      await fallBack(ports, writing, { delivery, why: why ?? 'content' })
    }
  })
}
