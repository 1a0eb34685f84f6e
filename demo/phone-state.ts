import type { Networks } from './networks/networks.ts'
import type { Chat, PhoneState } from './networks/screen.ts'

/** A page needs no more of a long chat. */
const SHOWN_BUBBLES = 200

const shorten = (chat: Chat): Chat => ({ ...chat, bubbles: chat.bubbles.slice(-SHOWN_BUBBLES) })

/** Everything the phone's page shows. */
export function phoneState({ phone, faults, clock, troubles }: Networks): PhoneState {
  const screens = phone.owners.map(({ number }) => phone.screen(number))
  return {
    owners: [...phone.owners],
    inHand: phone.inHand(),
    screens: screens.map(({ owner, chats }) => ({ owner, chats: chats.map(shorten) })),
    faults: { whatsapp: faults.whatsapp.current(), messages: faults.messages.current() },
    clock: { now: clock.now(), ahead: clock.ahead() },
    troubles: troubles()
  }
}
