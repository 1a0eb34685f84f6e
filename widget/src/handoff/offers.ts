import type { HandoffReply, Surface } from '@segue/sdk'
import type { Conversation } from '../stores/conversation.ts'
import type { Thread } from '../stores/thread.ts'

/** Shown again only with this much time left, in milliseconds. */
const WORTH_SHOWING_MS = 60_000

/** Whether the relay has said that a code is no longer good. */
export const isOver = (thread: Thread, id: string): boolean =>
  thread.some(
    entry =>
      entry.type === 'handoff' &&
      entry.id === id &&
      (entry.status === 'expired' || entry.status === 'revoked')
  )

/** The codes that were minted in this conversation, one for each account. */
export function createOffers(
  { $session, $thread }: Pick<Conversation, '$session' | '$thread'>,
  now: () => number
) {
  const offers = new Map<string, HandoffReply>()
  // After a sign-out the codes of whoever was here before must not come back.
  const keyOf = ({ account }: Surface): string => `${$session.get()?.visitor} ${account}`
  return {
    keep: (to: Surface, offer: HandoffReply): void => void offers.set(keyOf(to), offer),
    /** It was used: the next way to this account needs a code of its own. */
    drop: (to: Surface): void => void offers.delete(keyOf(to)),
    /** A code that can be shown again. */
    good(to: Surface): HandoffReply | undefined {
      const offer = offers.get(keyOf(to))
      const lasts = offer && offer.expires - now() > WORTH_SHOWING_MS
      return lasts && !isOver($thread.get(), offer.id) ? offer : undefined
    }
  }
}

export type Offers = ReturnType<typeof createOffers>
