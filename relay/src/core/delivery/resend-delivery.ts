import { commit } from '../commit.ts'
import { conversationFor } from '../conversation/viewer.ts'
import type { Ports } from '../ports.ts'
import { Refused } from '../refusal.ts'
import type { Agent } from '../settings.ts'
import { surfaceOf } from '../surface.ts'
import { deliver } from './deliver.ts'

/**
 * Sends a failed message, or one nobody knows about, once more, because an agent says so.
 *
 * @throws {Refused} `not_found`, `conflict` when it has arrived or is on its way, `undeliverable` after an opt-out
 */
export function resendDelivery(ports: Ports, agent: Agent, id: string): Promise<void> {
  return commit(ports, async writing => {
    const { tx, append } = writing
    const delivery = await tx.delivery(id)
    if (!delivery?.conversation || !delivery.message) {
      throw new Refused('not_found', 'There is no such delivery.')
    }
    await conversationFor(tx, agent, delivery.conversation)
    const others = await tx.deliveriesOf(delivery.message)
    const isOver = delivery.status === 'failed' || delivery.status === 'unknown'
    if (!isOver || others.some(({ insteadOf }) => insteadOf === id)) {
      throw new Refused(
        'conflict',
        'This message has arrived, is on its way, or was sent again already.'
      )
    }
    const address = await tx.address(delivery.address)
    if (!address || address.optedOutAt !== null) {
      throw new Refused('undeliverable', 'The person has asked for no more messages there.')
    }
    const { conversation, message } = delivery
    const said = await tx.message(conversation, message)
    const [sent] = await deliver(ports, writing, {
      address,
      content: delivery.content,
      message: { id: message, conversation },
      insteadOf: id,
      ...(delivery.template ? { template: delivery.template } : {})
    })
    if (!sent) return
    const on = surfaceOf(ports, delivery.account)
    const body = { type: 'receipt', message, delivery: sent.id, on, status: 'queued' } as const
    await append(conversation, body, said?.link ?? null)
  })
}
