import type { Entry, MessageEntry } from '@segue/sdk'

/**
 * Tells news from history: of each batch, the messages somebody else wrote since we were live.
 * What a first load, a reset or an earlier page brings is history; what was missed while offline is news.
 */
export function createNews() {
  let upTo: number | undefined
  return {
    /** Caught up for the first time: all that is known up to here is history. */
    live(last: number): void {
      upTo ??= last
    },

    /** The thread starts over; the next batch is history. */
    forget(): void {
      upTo = undefined
    },

    /** The news among these entries. `online`: whether we had caught up before they came. */
    of(entries: readonly Entry[], online: boolean): MessageEntry[] {
      const last = entries.at(-1)?.seq ?? 0
      if (upTo === undefined) {
        if (online) upTo = last
        return []
      }
      const above = upTo
      upTo = Math.max(upTo, last)
      return entries.filter(
        (entry): entry is MessageEntry =>
          entry.type === 'message' && entry.from !== 'visitor' && entry.seq > above
      )
    }
  }
}
