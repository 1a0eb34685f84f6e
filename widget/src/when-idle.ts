/** Does something when the page has nothing to do, or after two seconds. Returns the undo. */
export function whenIdle(run: () => unknown): () => void {
  let wanted = true
  // Safari tells of no idle moments: after the page's present work is the nearest there is.
  const wait: (run: () => void, options: IdleRequestOptions) => unknown =
    window.requestIdleCallback ?? (task => setTimeout(task))
  wait(() => wanted && run(), { timeout: 2_000 })
  return () => {
    wanted = false
  }
}
