import type { NetworkParts } from '../network-parts.ts'
import type { Owner } from '../screen.ts'

/** WhatsApp shows it so long, or until the message comes. */
const TYPING_MS = 25_000

/** Shows "typing…" on a phone. Asked again it shows for as long again. */
export function createTyping({
  phones,
  timers
}: Pick<NetworkParts, 'phones' | 'timers'>): (owner: Owner) => void {
  /** How often each phone was asked: only the last asking ends it. */
  const asked = new Map<string, number>()
  return ({ number }) => {
    const turn = (asked.get(number) ?? 0) + 1
    asked.set(number, turn)
    phones.setTyping(number, 'whatsapp', true)
    timers.after(TYPING_MS, () => {
      if (asked.get(number) === turn) phones.setTyping(number, 'whatsapp', false)
    })
  }
}
