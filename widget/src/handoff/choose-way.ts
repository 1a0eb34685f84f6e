import type { HandoffReply, Way } from '@segue/sdk'
import { RelayError } from '@segue/sdk/chat'
import type { ReadableAtom } from 'nanostores'
import type { LateChat } from '../late-chat.ts'
import type { Handoff } from './handoff-store.ts'
import type { Offers } from './offers.ts'

interface Steps {
  $handoff: ReadableAtom<Handoff>
  show(next: Handoff): void
  wait(way: Way, offer: HandoffReply): void
}

const codeOf = (error: unknown): string => (error instanceof RelayError ? error.code : 'unknown')

/** Shows the code of a way, minted before anything can be pressed: a link made after a click is a blocked pop-up. */
export const chooseWay =
  (chat: LateChat, offers: Offers, { $handoff, show, wait }: Steps) =>
  async (way: Way): Promise<void> => {
    const again = offers.good(way)
    if (again) return wait(way, again)
    const minting: Handoff = { step: 'minting', way }
    show(minting)
    const minted = await chat.offerHandoff(way.account).catch(codeOf)
    if (typeof minted === 'object') offers.keep(way, minted)
    // Meanwhile the visitor may have gone another way.
    if ($handoff.get() !== minting) return
    if (typeof minted === 'object') wait(way, minted)
    else show({ step: 'failed', way, code: minted })
  }
