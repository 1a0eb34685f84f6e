import { offerHandoff } from '../../../relay/src/core/handoff/offer-handoff.ts'
import { receiveFromVisitor } from '../../../relay/src/core/message/receive-from-visitor.ts'
import type { House } from '../../doubles/house.ts'

/** The phone that most of these stories are about. */
export const PHONE = 'phone:+46700000001'

/** A visitor who has asked something, and the code they are shown. */
export async function askOnTheSite(house: House, account = 'wa') {
  const { address, conversation, ...session } = await house.visit()
  await receiveFromVisitor(house.ports, address.id, { cid: 'c1', text: 'Is the mug in stock?' })
  const offer = await offerHandoff(house.ports, { by: 'visitor', address: address.id }, account)
  return { ...offer, ...session, address: address.id, conversation: conversation! }
}

/** Where a phone belongs now. */
export const currentLink = async (house: House, account: string, name: string) => {
  const address = await house.ports.store.addressByName(account, [name])
  return (await house.ports.store.currentLink(address!.id))!
}
