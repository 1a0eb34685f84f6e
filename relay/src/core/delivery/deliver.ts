import type { ChannelLimits, Content } from '../channel.ts'
import type { Writing } from '../commit.ts'
import type { Address, Delivery } from '../model.ts'
import { type PhoneTexts, phoneTexts } from '../phone/phone-texts.ts'
import type { Ports } from '../ports.ts'
import { renderContent } from './render-content.ts'

/** Makes of a message what a network can carry: several are sent one after the other. */
export type LayOut = (limits: ChannelLimits, texts: PhoneTexts) => Content[]

/** What goes out, and to whom. */
export interface Dispatch {
  address: Address
  content: Content | LayOut
  /** The message it carries; absent for a notice outside any conversation. */
  message?: { id: string; conversation: string }
  template?: { name: string; language: string }
  /** The delivery this one stands in for. */
  insteadOf?: string
}

/** Puts a message into the outbox, in the same transaction as the message itself. Several pieces keep their order. */
export async function deliver(
  ports: Ports,
  { tx, tell }: Writing,
  { address, content, message, template, insteadOf }: Dispatch
): Promise<Delivery[]> {
  const { now, random, accounts, sites } = ports
  const account = accounts.get(address.account)
  if (!account) throw new Error(`No account '${address.account}' to deliver by.`)
  const texts = phoneTexts(sites.get(address.site), address.language)
  const { limits } = account.channel
  const contents =
    typeof content === 'function'
      ? content(template ? { ...limits, buttons: 0, rows: 0, files: false } : limits, texts)
      : [content]
  const pieces = contents.flatMap(one => renderContent(one, limits, texts.answerWith))
  const deliveries = pieces.map(
    (piece): Delivery => ({
      id: random.id(),
      conversation: message?.conversation ?? null,
      message: message?.id ?? null,
      account: account.id,
      address: address.id,
      content: piece,
      template: template ?? null,
      status: 'queued',
      providerId: null,
      reason: null,
      insteadOf: insteadOf ?? null,
      at: now()
    })
  )
  for (const delivery of deliveries) {
    await tx.addDelivery(delivery)
    await tx.enqueue({
      id: random.id(),
      delivery: delivery.id,
      account: account.id,
      lane: address.id,
      attempts: 0,
      runAt: now()
    })
  }
  tell({ type: 'queued' })
  return deliveries
}
