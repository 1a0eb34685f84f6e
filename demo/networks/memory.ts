import type { Clock } from './clock.ts'
import type { PhoneNetwork } from './phones.ts'
import type { App, Bubble } from './screen.ts'

/** What phones keep when they are switched off, as JSON. */
export interface Memory {
  inHand: string
  /** How far the clock has been put forward, in milliseconds. */
  ahead: number
  owners: { number: string; sharesNumber: boolean }[]
  chats: { number: string; app: App; unread: number; bubbles: Remembered[] }[]
}

/** With the bytes of its file in base64. */
interface Remembered {
  bubble: Bubble
  data?: string
}

interface Lasting {
  phone: PhoneNetwork
  clock: Clock
}

export function memorize({ phone, clock }: Lasting): Memory {
  const screens = phone.owners.map(({ number }) => phone.screen(number))
  return {
    inHand: phone.inHand(),
    ahead: clock.ahead(),
    owners: phone.owners.map(({ number, sharesNumber }) => ({ number, sharesNumber })),
    chats: screens.flatMap(({ owner, chats }) =>
      chats.map(({ app, unread, bubbles }) => {
        const remembered = bubbles.map(bubble => remember(phone, bubble))
        return { number: owner.number, app, unread, bubbles: remembered }
      })
    )
  }
}

function remember(phone: PhoneNetwork, bubble: Bubble): Remembered {
  const file = bubble.file && phone.file(bubble.file.id)
  return { bubble, ...(file && { data: Buffer.from(file.bytes).toString('base64') }) }
}

/** Puts it all back. The phones must be fresh. */
export function recall({ phone, clock }: Lasting, memory: Memory): void {
  clock.advance(memory.ahead)
  for (const { number, sharesNumber } of memory.owners) phone.setSharesNumber(number, sharesNumber)
  for (const { number, app, unread, bubbles } of memory.chats) {
    for (const { bubble, data } of bubbles) {
      const bytes = data === undefined ? undefined : Buffer.from(data, 'base64')
      phone.keep(number, app, bubble, bubble.file && bytes && { ...bubble.file, bytes })
    }
    phone.chat(number, app).unread = unread
  }
  phone.takeInHand(memory.inHand)
}
