import { type HandoffReply, RelayError, type Surface, type Way } from '@segue/sdk'
import { atom } from 'nanostores'
import type { LateChat } from '../late-chat.ts'
import type { Conversation } from '../stores/conversation.ts'
import { type Link, linksOf } from '../stores/links.ts'
import type { Thread } from '../stores/thread.ts'

/** Where the visitor is on the way to their phone. */
export type Handoff =
  /** Asked which way. */
  | { step: 'choosing' }
  | { step: 'minting'; way: Way }
  /** The code is shown; the message has not come. `opened`: the link was followed, or the QR shown. */
  | { step: 'waiting'; way: Way; offer: HandoffReply; opened: boolean }
  | { step: 'expired'; way: Way }
  | { step: 'failed'; way: Way; code: string }
  /** We have texted a number and wait for the answer. */
  | { step: 'texted'; way: Way; number: string }
  | { step: 'linked'; link: Link }

export type HandoffStore = ReturnType<typeof createHandoff>

interface Options {
  chat: LateChat
  conversation: Pick<Conversation, '$ways' | '$session' | '$thread'>
  /** Milliseconds since 1970. */
  now?: () => number
}

// Shown again only with this much time left, in milliseconds.
const WORTH_SHOWING_MS = 60_000

const codeOf = (error: unknown): string => (error instanceof RelayError ? error.code : 'unknown')

/** Whether the relay has said that a code is no longer good. */
const isOver = (thread: Thread, id: string): boolean =>
  thread.some(
    entry =>
      entry.type === 'handoff' &&
      entry.id === id &&
      (entry.status === 'expired' || entry.status === 'revoked')
  )

/** The handoff sheet's state, and all that moves it. */
export function createHandoff({ chat, conversation, now = Date.now }: Options) {
  const { $ways, $session, $thread } = conversation
  const $handoff = atom<Handoff>({ step: 'choosing' })
  const offers = new Map<string, HandoffReply>()
  let known: ReadonlySet<string> = new Set()
  let expiry: ReturnType<typeof setTimeout> | undefined

  const show = (next: Handoff): void => {
    clearTimeout(expiry)
    $handoff.set(next)
  }

  // After a sign-out the codes of whoever was here before must not come back.
  const keyOf = ({ account }: Surface): string => `${$session.get()?.visitor} ${account}`

  const wait = (way: Way, offer: HandoffReply): void => {
    show({ step: 'waiting', way, offer, opened: false })
    expiry = setTimeout(() => show({ step: 'expired', way }), offer.expires - now())
  }

  const kept = (way: Way): HandoffReply | undefined => {
    const offer = offers.get(keyOf(way))
    const good = offer && offer.expires - now() > WORTH_SHOWING_MS
    return good && !isOver($thread.get(), offer.id) ? offer : undefined
  }

  /** Mints a code before anything is shown: a link made after a click would be blocked as a pop-up. */
  const choose = async (way: Way): Promise<void> => {
    const again = kept(way)
    if (again) return wait(way, again)
    const minting: Handoff = { step: 'minting', way }
    show(minting)
    try {
      const offer = await chat.offerHandoff(way.account)
      offers.set(keyOf(way), offer)
      if ($handoff.get() === minting) wait(way, offer)
    } catch (error) {
      if ($handoff.get() === minting) show({ step: 'failed', way, code: codeOf(error) })
    }
  }

  return {
    $handoff,
    choose,

    /** The sheet opens, at one way or at the question which. */
    start(account?: string): void {
      known = new Set(linksOf($thread.get()).map(({ id }) => id))
      const ways = $ways.get()
      const way = ways.find(one => one.account === account)
      if (way) choose(way)
      else if (!account && ways.length === 1) choose(ways[0]!)
      else show({ step: 'choosing' })
    },

    /** The link was followed, or the QR shown to a camera. */
    opened(): void {
      const state = $handoff.get()
      if (state.step !== 'waiting' || state.opened) return
      // Not `show`: the code's own time runs on.
      $handoff.set({ ...state, opened: true })
      chat.openedHandoff(state.offer.id)
    },

    /** Texts a number. @throws {RelayError} so that the field can say what was wrong. */
    async text(way: Way, number: string): Promise<void> {
      await chat.confirmNumber(way.account, number)
      show({ step: 'texted', way, number })
    },

    /** The thread has changed: perhaps a phone has joined it, or a code is over. */
    follow(thread: Thread): void {
      const link = linksOf(thread).find(({ id }) => !known.has(id))
      const state = $handoff.get()
      if (link) {
        known = new Set([...known, link.id])
        // Used: the next way to this account needs a code of its own.
        offers.delete(keyOf(link.on))
        show({ step: 'linked', link })
      } else if (state.step === 'waiting' && isOver(thread, state.offer.id)) {
        show({ step: 'expired', way: state.way })
      }
    },

    /** The sheet is left; a code that was shown stays good. */
    stop: (): void => clearTimeout(expiry)
  }
}
