import type { Outcome, Refusal } from '../core/channel.ts'
import type { Address, Delivery, OutboxItem } from '../core/model.ts'
import type { Ports } from '../core/ports.ts'
import type { Account } from '../core/settings.ts'

/** Everything one send needs. */
export interface Ready {
  account: Account
  delivery: Delivery
  address: Address
}

/**
 * Looks up what an item stands for. An outcome instead means that it cannot be sent as it is.
 * `over` means that nothing is left to do: a status told that an attempt we took for failed had arrived after all.
 */
export async function prepare(
  { store, accounts }: Ports,
  item: OutboxItem
): Promise<Ready | Outcome | 'over'> {
  const delivery = await store.delivery(item.delivery)
  if (delivery?.status !== 'queued') return 'over'
  const account = accounts.get(item.account)
  if (!account) {
    return refused('account', 'no_account', `The account '${item.account}' is not configured.`)
  }
  const address = await store.address(delivery.address)
  if (!address) return refused('unreachable_person', 'no_address', 'The address is gone.')
  return { account, delivery, address }
}

/** Sends. Whatever a channel should throw after all leaves the outcome unknown. */
export async function sendItem({ account, delivery, address }: Ready): Promise<Outcome> {
  const { id, content, template } = delivery
  try {
    return await account.channel.send({
      to: address.names,
      content,
      delivery: id,
      ...(template && { template })
    })
  } catch (error) {
    const text = `The channel failed: ${error instanceof Error ? error.name : 'error'}.`
    return { kind: 'unknown', reason: { code: 'channel_error', text } }
  }
}

const refused = (why: Refusal, code: string, text: string): Outcome => ({
  kind: 'refused',
  why,
  reason: { code, text }
})
