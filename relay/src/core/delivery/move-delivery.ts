import type { DeliveryStatus } from '@segue/sdk/protocol'
import type { Reason } from '../channel.ts'
import type { Writing } from '../commit.ts'
import type { Delivery } from '../model.ts'
import type { Ports } from '../ports.ts'
import { surfaceOf } from '../surface.ts'
import { movesForward } from './delivery-rank.ts'

/** Moves a delivery forward and says so in its thread. False when it was no news. */
export async function moveDelivery(
  ports: Ports,
  { tx, append }: Writing,
  {
    delivery,
    status,
    providerId,
    reason
  }: { delivery: Delivery; status: DeliveryStatus; providerId?: string; reason?: Reason }
): Promise<boolean> {
  const isNews = movesForward(delivery.status, status)
  const learnsId = providerId !== undefined && delivery.providerId === null
  if (isNews || learnsId) {
    await tx.changeDelivery(delivery.id, {
      ...(isNews ? { status, reason: reason ?? null } : {}),
      ...(learnsId ? { providerId } : {})
    })
  }
  if (!isNews || !delivery.conversation || !delivery.message) return isNews
  const said = await tx.message(delivery.conversation, delivery.message)
  await append(
    delivery.conversation,
    {
      type: 'receipt',
      message: delivery.message,
      delivery: delivery.id,
      on: surfaceOf(ports, delivery.account),
      status,
      ...(reason ? { reason } : {})
    },
    said?.link ?? null
  )
  return true
}
