import type { Entry } from './protocol/entry.ts'
import type { ThreadPage } from './protocol/page-api.ts'
import type { ServerFrameOf } from './protocol/server-frame.ts'

export interface ThreadOptions {
  /** The next entries, in order and without a gap. */
  entries(entries: readonly Entry[]): void
  /** What was told so far is not the thread any more. */
  reset(): void
  /** Something is missing: say hello again. */
  catchUp(): void
  /** The newest page of the thread. */
  fetch(): Promise<ThreadPage>
  /** That page could not be had. */
  lost(error: unknown): void
}

/** Where this page is in the conversation. Whatever arrives, in whatever order, every entry is told once. */
export interface Thread {
  /** Where to go on from. */
  position(): { conversation?: string; since: number }
  welcome(frame: ServerFrameOf<'welcome'>): void
  add(frame: ServerFrameOf<'entries'>): void
  /** What may be seen has changed, or the conversation is another one: the next hello asks for all of it. */
  restart(): void
  /** Forgets it, at once. */
  clear(): void
}

export function followThread({
  entries: tell,
  reset,
  catchUp,
  fetch,
  lost
}: ThreadOptions): Thread {
  let conversation: string | undefined
  let last = 0
  let isShown = false
  /** What is shown belongs to another thread, and goes when there is something to take its place. */
  let isStale = false
  let wasMissing = false
  /** `behind`: waiting for a welcome. An array: waiting for a page, with what came meanwhile. */
  let state: 'live' | 'behind' | Entry[] = 'behind'

  const startOver = () => {
    if (isShown) reset()
    isShown = isStale = false
    last = 0
  }

  const load = () => {
    const held: Entry[] = []
    state = held
    const use = (page: ThreadPage) => {
      if (state !== held) return
      startOver()
      conversation = page.conversation ?? undefined
      last = (page.entries[0]?.seq ?? page.seq + 1) - 1
      state = 'live'
      take([...page.entries, ...held])
    }
    fetch().then(use, error => state === held && lost(error))
  }

  const take = (entries: readonly Entry[]) => {
    const next = followers(entries, last)
    const isMissing = entries.some(({ seq }) => seq > last + next.length)
    last += next.length
    if (next.length) {
      isShown = true
      tell(next)
    }
    if (isMissing && wasMissing) load()
    else if (isMissing) {
      state = 'behind'
      catchUp()
    }
    wasMissing = isMissing
  }

  const leave = () => {
    isStale = isShown
    last = 0
  }

  const restart = () => {
    leave()
    conversation = undefined
    state = 'behind'
  }

  return {
    position: () => ({ ...(conversation && { conversation }), since: last }),
    welcome(frame) {
      if (frame.conversation !== conversation) leave()
      conversation = frame.conversation ?? undefined
      state = 'live'
      if (frame.replay === 'reset' || last + frame.replay < frame.seq) load()
      else if (isStale) startOver()
    },
    add(frame) {
      if (state === 'behind') return
      conversation ??= frame.conversation
      if (frame.conversation !== conversation) {
        restart()
        catchUp()
      } else if (state === 'live') take(frame.entries)
      else state.push(...frame.entries)
    },
    restart,
    clear() {
      startOver()
      restart()
    }
  }
}

/** Those of the entries that come right after `last`, one by one. */
function followers(entries: readonly Entry[], last: number): Entry[] {
  return entries.filter(({ seq }) => seq === last + 1 && ++last)
}
