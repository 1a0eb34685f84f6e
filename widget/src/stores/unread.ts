import type { Entry } from '@segue/sdk'

/** The newest `seq` the visitor has read, as far as the thread knows. */
export const readUpTo = (entries: readonly Entry[]): number =>
  entries.reduce(
    (upTo, entry) =>
      entry.type === 'seen' && entry.by === 'visitor' && entry.status === 'read'
        ? Math.max(upTo, entry.upTo)
        : upTo,
    0
  )

/** How many answers wait here above `upTo`. What was said to the phone is read on the phone. */
export const unreadAbove = (entries: readonly Entry[], upTo: number): number =>
  entries.filter(
    entry =>
      entry.type === 'message' &&
      entry.seq > upTo &&
      entry.from !== 'visitor' &&
      entry.on.network === 'web'
  ).length
