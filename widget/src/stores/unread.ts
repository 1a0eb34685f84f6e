import type { Entry } from '@segue/sdk'

/** The newest `seq` the visitor has read: this one, or what entries after it say. */
export const readOn = (upTo: number, entries: readonly Entry[]): number =>
  entries.reduce(
    (most, entry) =>
      entry.type === 'seen' && entry.by === 'visitor' && entry.status === 'read'
        ? Math.max(most, entry.upTo)
        : most,
    upTo
  )

/** The newest `seq` the visitor has read, as far as the thread knows. */
export const readUpTo = (entries: readonly Entry[]): number => readOn(0, entries)

/** How many answers wait here above `upTo`. What was said to the phone is read on the phone. */
export function unreadAbove(entries: readonly Entry[], upTo: number): number {
  let count = 0
  // From the newest: most of a long thread has been read.
  for (let at = entries.length - 1; (entries[at]?.seq ?? 0) > upTo; at--) {
    const entry = entries[at]!
    const isAnswer = entry.type === 'message' && entry.from !== 'visitor'
    if (isAnswer && entry.on.network === 'web') count += 1
  }
  return count
}
