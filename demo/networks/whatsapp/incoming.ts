import type { Written } from '../chats.ts'
import type { NetworkParts } from '../network-parts.ts'
import type { Owner } from '../screen.ts'
import type { MediaShelf } from './media-shelf.ts'
import { mintWamid } from './wamid.ts'
import { type Business, type MessageBody, messageValue, type Value } from './webhook-values.ts'

/** A change on its way to the company, and the message whose second tick it brings. */
export interface Letter {
  value: Value
  bubble?: string
}

/** What people write to the company. */
export interface Incoming {
  carry(owner: Owner, written: Written): string
  /** Who wrote a message, by its id. */
  writerOf(id: string): Owner | undefined
  /** Free-form messages are allowed for 24 hours after somebody wrote. */
  windowOpen(owner: Owner): boolean
}

const WINDOW_MS = 24 * 60 * 60_000

interface Needs extends Pick<NetworkParts, 'clock' | 'dice' | 'phones'> {
  business: Business
  shelf: MediaShelf
  bring(letter: Letter): void
}

export function createIncoming(needs: Needs): Incoming {
  const { clock, dice, phones, business, shelf, bring } = needs
  const writtenBy = ({ number }: Owner) =>
    phones.chat(number, 'whatsapp').bubbles.filter(({ mine }) => mine)
  return {
    carry(owner, written) {
      const id = mintWamid(owner.number, 'in', dice.hex(20))
      const body = bodyOf(written, shelf)
      const value = messageValue({ business, owner, id, at: clock.now(), body })
      bring({ value, bubble: id })
      return id
    },
    writerOf: id => phones.owners.find(owner => writtenBy(owner).some(said => said.id === id)),
    windowOpen(owner) {
      const last = writtenBy(owner).at(-1)
      return last !== undefined && clock.now() - last.at < WINDOW_MS
    }
  }
}

function bodyOf({ text, file, button }: Written, shelf: MediaShelf): MessageBody {
  if (button) return { kind: 'tap', button, under: button.under }
  if (!file) return { kind: 'text', text }
  const type = file.mime.startsWith('image/') ? 'image' : 'document'
  const caption = text && { caption: text }
  const filename = type === 'document' && { filename: file.name }
  return { kind: 'file', type, note: { ...caption, ...filename, ...shelf.put(file) } }
}
