import type { Entry } from './protocol/entry.ts'
import type { ThreadPage } from './protocol/page-api.ts'

export interface Listener {
  /** The next entries, in order and without a gap. */
  entries(entries: readonly Entry[]): void
  /** What was told so far is not the thread any more. */
  reset(): void
}

/** What somebody has been told of a conversation: every entry once, in order, without a gap. */
export interface Told {
  /** Where to go on from. */
  position(): { conversation?: string; since: number }
  /** The conversation it is from now on, if one is known. What was told of another one is stale. */
  enter(conversation: string | undefined): void
  /** Whether it is this conversation's; if none is known, it is from now on. */
  accepts(conversation: string): boolean
  /** Takes back what is stale, if anything is. */
  freshen(): void
  /** Takes everything back. */
  drop(): void
  /** Takes everything back, and goes on with what this page begins with. */
  replace(page: ThreadPage): void
  /** Tells those that come next. False when one is missing before the others. */
  tell(entries: readonly Entry[]): boolean
}

export function createTold({ entries, reset }: Listener): Told {
  let conversation: string | undefined
  let last = 0
  let isShown = false
  let isStale = false

  const drop = () => {
    if (isShown) reset()
    isShown = isStale = false
    last = 0
  }

  return {
    position: () => ({ ...(conversation && { conversation }), since: last }),
    enter(next) {
      if (next === conversation) return
      conversation = next
      isStale = isShown
      last = 0
    },
    accepts(other) {
      conversation ??= other
      return conversation === other
    },
    freshen() {
      if (isStale) drop()
    },
    drop,
    replace(page) {
      drop()
      conversation = page.conversation ?? undefined
      last = (page.entries[0]?.seq ?? page.seq + 1) - 1
    },
    tell(list) {
      const next = followers(list, last)
      last += next.length
      if (next.length) {
        isShown = true
        entries(next)
      }
      return !list.some(({ seq }) => seq > last)
    }
  }
}

/** Those of the entries that come right after `last`, one by one. */
function followers(entries: readonly Entry[], last: number): Entry[] {
  return entries.filter(({ seq }) => seq === last + 1 && ++last)
}
