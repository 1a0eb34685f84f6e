import type { EntryOf, HandoffReply, Way } from '@segue/sdk'
import { atom } from 'nanostores'
import type { LateChat } from '../late-chat.ts'
import type { Conversation } from '../stores/conversation.ts'
import { type Link, linksOf } from '../stores/links.ts'
import type { Thread } from '../stores/thread.ts'
import { chooseWay } from './choose-way.ts'
import { createOffers, isOver } from './offers.ts'

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

/** The account the visitor chose last in this conversation. */
const lastChoice = (thread: Thread): string | undefined =>
  thread.findLast(
    (entry): entry is EntryOf<'handoff'> => entry.type === 'handoff' && entry.by === 'visitor'
  )?.to.account

/** The way that was asked for, the only one there is, or the one that was chosen before. */
function wayTo(account: string | undefined, ways: readonly Way[], thread: Thread) {
  const find = (wanted: string | undefined) => ways.find(way => way.account === wanted)
  if (account) return find(account)
  return ways.length > 1 ? find(lastChoice(thread)) : ways[0]
}

/** The step the visitor is at. A code that is shown expires by itself. */
function createSteps(now: () => number) {
  const $handoff = atom<Handoff>({ step: 'choosing' })
  let expiry: ReturnType<typeof setTimeout> | undefined
  const stop = (): void => clearTimeout(expiry)
  const show = (next: Handoff): void => {
    stop()
    $handoff.set(next)
  }
  return {
    $handoff,
    show,
    stop,
    wait(way: Way, offer: HandoffReply): void {
      show({ step: 'waiting', way, offer, opened: false })
      expiry = setTimeout(() => show({ step: 'expired', way }), offer.expires - now())
    }
  }
}

/** The handoff sheet's state, and all that moves it. */
export function createHandoff({ chat, conversation, now = Date.now }: Options) {
  const steps = createSteps(now)
  const { $handoff, show, stop } = steps
  const offers = createOffers(conversation, now)
  const known = new Set<string>()
  const choose = chooseWay(chat, offers, steps)

  return {
    $handoff,
    choose,

    /** The sheet opens, at one way or at the question which. */
    start(account?: string): void {
      for (const { id } of linksOf(conversation.$thread.get())) known.add(id)
      const way = wayTo(account, conversation.$ways.get(), conversation.$thread.get())
      if (way) choose(way)
      else show({ step: 'choosing' })
    },

    /** The question which way, again. False where there is nothing to choose. */
    chooseAgain(): boolean {
      const hasChoice = 'way' in $handoff.get() && conversation.$ways.get().length > 1
      if (hasChoice) show({ step: 'choosing' })
      return hasChoice
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
        known.add(link.id)
        offers.drop(link.on)
        show({ step: 'linked', link })
      } else if (state.step === 'waiting' && isOver(thread, state.offer.id)) {
        show({ step: 'expired', way: state.way })
      }
    },

    /** The sheet is left; a code that was shown stays good. */
    stop
  }
}
