import type { Refusal } from '../channel.ts'
import type { Writing } from '../commit.ts'
import type { Delivery } from '../model.ts'
import type { Ports } from '../ports.ts'
import { deliver } from './deliver.ts'
import { reachesOf } from './reaches.ts'
import { isWindowOpen } from './route-reply.ts'

// What failed because of the message itself would fail everywhere, and a broken account is an operator's matter.
const MAY_GO_ELSEWHERE = new Set<Refusal>(['window_closed', 'unreachable_person', 'opted_out'])

/**
 * After a definite failure, sends the message by another linked phone that may be written to, or by the same account's template
 * when only its window was closed. Never after an unknown outcome: the person could get it twice.
 */
export async function fallBack(
  ports: Ports,
  writing: Writing,
  { delivery, why }: { delivery: Delivery; why: Refusal }
): Promise<void> {
  const { tx, append } = writing
  if (why === 'opted_out') {
    await tx.changeAddress(delivery.address, { optedOutAt: ports.now() })
  }
  const { conversation, message } = delivery
  if (!MAY_GO_ELSEWHERE.has(why) || !conversation || !message || delivery.template) return
  const tried = new Set((await tx.deliveriesOf(message)).map(({ address }) => address))
  const reaches = await reachesOf(ports, tx, conversation)
  const own = reaches.find(({ address }) => address.id === delivery.address)
  const template = why === 'window_closed' ? own?.account?.template : undefined
  const next = template
    ? own
    : reaches.find(
        reach =>
          reach.account &&
          !tried.has(reach.address.id) &&
          reach.address.optedOutAt === null &&
          isWindowOpen(reach, ports.now())
      )
  if (!next?.account) return
  const said = await tx.message(conversation, message)
  const deliveries = await deliver(ports, writing, {
    address: next.address,
    content: delivery.content,
    message: { id: message, conversation },
    insteadOf: delivery.id,
    ...(template ? { template } : {})
  })
  const on = { account: next.account.id, network: next.account.channel.network }
  for (const { id } of deliveries) {
    await append(
      conversation,
      {
        type: 'receipt',
        message,
        delivery: id,
        on,
        status: 'queued',
        reason: { code: 'fallback', text: `Sent ${template ? 'as a template' : 'there'} instead.` }
      },
      said?.link ?? next.link.id
    )
  }
}
