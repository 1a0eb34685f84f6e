import { atom, computed } from 'nanostores'
import type { App, Chat, PhoneState } from '../../networks/screen.ts'

/** Everything the phones show. Null until the networks have told it. */
export const $phones = atom<PhoneState | null>(null)

/** Whether the line to the networks is open. */
export const $connected = atom(false)

/** What the phone in hand shows. */
export const $screen = computed(
  $phones,
  phones => phones?.screens.find(({ owner }) => owner.number === phones.inHand) ?? null
)

/** A chat of the phone in hand. */
export const chatOf = (chats: Chat[], app: App): Chat | undefined =>
  chats.find(chat => chat.app === app)

/** Follows the networks for as long as the page is open. The browser reconnects by itself. */
export function followPhones(): void {
  const stream = new EventSource('/phone/api/stream')
  stream.onopen = () => $connected.set(true)
  stream.onerror = () => $connected.set(false)
  stream.onmessage = ({ data }) => $phones.set(JSON.parse(data))
}
