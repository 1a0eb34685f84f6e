// Safari tells of no idle moments: soon after the page's own work is the nearest there is, in milliseconds.
const SOON_MS = 200

/** Does something when the page has nothing to do, or after two seconds. Returns the undo. */
export function whenIdle(run: () => void): () => void {
  if (!('requestIdleCallback' in globalThis)) {
    const timer = setTimeout(run, SOON_MS)
    return () => clearTimeout(timer)
  }
  const id = requestIdleCallback(run, { timeout: 2_000 })
  return () => cancelIdleCallback(id)
}
