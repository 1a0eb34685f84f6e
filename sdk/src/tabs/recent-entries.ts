import type { ClientFrameOf } from '../protocol/client-frame.ts'
import type { Entry } from '../protocol/entry.ts'
import { PAGE_ENTRIES } from '../protocol/limits.ts'
import type { ServerFrame } from '../protocol/server-frame.ts'

/** What a leader has heard of late, to answer other tabs in the relay's place. */
export interface RecentEntries {
  hear(frame: ServerFrame): void
  /** Everything the relay would answer, as far as a tab needs it. */
  answer(hello: Pick<ClientFrameOf<'hello'>, 'conversation' | 'since'>): ServerFrame[]
}

/**
 * Only what a tab has missed since it was last told is replayed from memory. A tab that begins fetches the page
 * itself: what is held may be hours old, and addresses of files in it at their end.
 */
export function createRecentEntries(): RecentEntries {
  let conversation: string | null = null
  let entries: Entry[] = []
  let elsewhere: ServerFrame[] = []
  /** The `seq` before the first of these. */
  let base = 0

  const last = () => base + entries.length

  const begin = (from: number) => {
    entries = []
    base = from
  }

  const add = (more: readonly Entry[]) => {
    for (const entry of more) if (entry.seq === last() + 1) entries.push(entry)
    base += entries.splice(0, entries.length - PAGE_ENTRIES).length
  }

  return {
    hear(frame) {
      if (frame.type === 'welcome') {
        const from = frame.replay === 'reset' ? frame.seq : frame.seq - frame.replay
        if (frame.conversation !== conversation || from > last()) begin(from)
        conversation = frame.conversation
      }
      if (frame.type === 'entries' && frame.conversation === conversation) add(frame.entries)
      if (frame.type === 'reset') conversation = null
      if (frame.type === 'elsewhere') elsewhere = [frame]
    },
    answer(hello) {
      const seq = last()
      const isHeld = hello.since > 0 && hello.conversation === conversation && hello.since >= base
      const missed = isHeld ? entries.filter(entry => entry.seq > hello.since) : []
      const replay = isHeld || !seq ? missed.length : 'reset'
      const welcome: ServerFrame = { type: 'welcome', conversation, seq, replay }
      if (!conversation || !missed.length) return [welcome, ...elsewhere]
      return [welcome, { type: 'entries', conversation, entries: missed }, ...elsewhere]
    }
  }
}
