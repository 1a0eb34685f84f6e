import type { Entry } from '@segue/sdk'

/** What we hold of the conversation: one stretch without gaps, oldest first. */
export type Thread = readonly Entry[]

/** The newest `seq` we hold; 0 for none. */
export const lastSeq = (thread: Thread): number => thread.at(-1)?.seq ?? 0

/** What a thread was before something came after it; only for the newest of them, or all would be kept. */
const before = new WeakMap<Thread, Thread>()

/** Whether a thread is the one that was known, or that and what came after it. */
export const goesOn = (known: Thread, thread: Thread): boolean =>
  thread === known || before.get(thread) === known

/**
 * The thread with these entries in it. They may come one at a time, in pages, or twice: the result is the same.
 * A `seq` that is already known is replaced, because what was hidden may be shown by now.
 */
export function addEntries(thread: Thread, added: readonly Entry[]): Thread {
  const last = lastSeq(thread)
  // The common case, live entries, must not sort a long thread at every message.
  if (added.every((entry, i) => entry.seq > (added[i - 1]?.seq ?? last))) {
    const grown = thread.concat(added)
    before.set(grown, thread)
    before.delete(thread)
    return grown
  }
  const bySeq = new Map([...thread, ...added].map(entry => [entry.seq, entry]))
  return [...bySeq.values()].sort((a, b) => a.seq - b.seq)
}
