import type { asOf, Moment } from './as-of.ts'
import { createBase } from './base.ts'
import type { Chat } from './chat.ts'
import { chatOn } from './chat-guest.ts'
import type { Sdk, SdkOptions } from './sdk.ts'
import type { Base, ConsentTold } from './seam.ts'
import { browserWorld } from './world.ts'

/** What was said before the SDK was there, and when. */
interface Waiting {
  at: number
  run(late: { sdk: Sdk; consent: ConsentTold; asOf: typeof asOf }): void
}

/** How long until it is fetched again, in milliseconds. */
const RETRY_MS = 5_000

/** A chat, and the way to the rest of its SDK. */
export interface ChatAlone {
  chat: Chat
  /**
   * Fetches the SDK of the same visitor, once, and goes on trying where there is no network. It begins with what was
   * called, and what the chat has said of consent, in the order of time.
   */
  grow(): Promise<Sdk>
  /** Makes calls of the SDK as they would have been made then and there, and fetches it for that. */
  callAsOf(moment: Moment, run: (sdk: Sdk) => void): Promise<void>
  /** Ends the chat, and the SDK. Queued events go by beacon. */
  destroy(): void
}

/**
 * The chat of a site without the rest of its SDK, which is half of the bytes: for those whose visitor wants to talk now.
 * Touches neither the network nor storage.
 */
export function createChatAlone(options: SdkOptions, outside = browserWorld(options)): ChatAlone {
  const base = createBase(options, outside)
  const { now } = base.world
  const waiting: Waiting[] = []
  let wait = (one: Waiting): unknown => waiting.push(one)
  let end = base.end
  let growing: Promise<Sdk> | undefined
  base.consent = {
    opened: () => wait({ at: now(), run: ({ consent }) => consent.opened() }),
    set: state => wait({ at: now(), run: ({ consent }) => consent.set(state) })
  }

  const begin = async () => {
    const { asOf, growClient } = await fetchRest(base)
    const sdk = growClient(options, base)
    const consent = base.consent!
    wait = ({ run }) => run({ sdk, consent, asOf })
    waiting.sort((one, other) => one.at - other.at).forEach(wait)
    end = sdk.destroy
    return sdk
  }

  const grow = () => {
    growing ??= begin()
    return growing
  }

  // The SDK's own takes its place.
  base.known = async () => {
    await grow()
    return base.known!()
  }

  return {
    ...{ chat: chatOn(base), grow },
    async callAsOf(moment, run) {
      wait({ at: moment.at, run: ({ sdk, asOf }) => asOf(sdk, moment, () => run(sdk)) })
      await grow()
    },
    destroy: () => end()
  }
}

/** Never, once the chat has ended. */
function fetchRest({ world, signal }: Base): Promise<typeof import('./late-client.ts')> {
  return new Promise(resolve => {
    const ask = () =>
      void import('./late-client.ts').then(
        rest => signal.aborted || resolve(rest),
        () => world.after(RETRY_MS, ask)
      )
    ask()
  })
}
