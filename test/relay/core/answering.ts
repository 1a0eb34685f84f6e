import type { Outcome } from '../../../relay/src/core/channel.ts'
import { offerHandoff } from '../../../relay/src/core/handoff/offer-handoff.ts'
import { receiveFromVisitor } from '../../../relay/src/core/message/receive-from-visitor.ts'
import { reply } from '../../../relay/src/core/message/reply.ts'
import { anna, type House } from '../../doubles/house.ts'

/** The phone that goes on. */
export const PHONE = 'phone:+46700000001'
/** Milliseconds. */
export const HOUR = 3_600_000

/** A visitor whose phone has gone on, on the accounts named, in that order. */
export async function linked(house: House, ...accounts: string[]) {
  const { address, conversation } = await house.visit()
  await receiveFromVisitor(house.ports, address.id, { cid: 'c1', text: 'Hi' })
  for (const account of accounts) {
    house.pass(1000)
    const { draft } = await offerHandoff(
      house.ports,
      { by: 'visitor', address: address.id },
      account
    )
    await house.text(account, PHONE, draft)
  }
  await house.flush()
  house.pass(1000)
  return { address: address.id, conversation: conversation! }
}

let cids = 0
/** Anna answers. */
export const say = (house: House, conversation: string, more: object = {}) =>
  reply(house.ports, anna, conversation, { cid: `r${++cids}`, text: 'Hello', ...more })

/** The newest receipt of a thread. */
export const statusOf = async (house: House, conversation: string) =>
  (await house.sees({ agent: anna, conversation }))
    .filter(line => line.startsWith('receipt'))
    .at(-1)

/** A provider's no. */
export const refusedBy = (why: 'window_closed' | 'content' | 'account' | 'opted_out'): Outcome => ({
  kind: 'refused',
  why,
  reason: { code: '1', text: 'no' }
})
