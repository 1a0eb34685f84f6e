/** A lock is held so long, in milliseconds, that every tab has heard of the message by then. */
const HELD_MS = 5_000

/** Deals with a message, unless another tab of the site does. Nothing where there are no locks, as over plain HTTP. */
export function dealWith(message: string, how?: () => void): void {
  navigator.locks
    ?.request(`segue:ring:${message}`, { ifAvailable: true }, lock => {
      if (lock) how?.()
      return lock && new Promise(resolve => setTimeout(resolve, HELD_MS))
    })
    .catch(() => {}) // A sandboxed frame refuses locks: then it is quiet.
}
