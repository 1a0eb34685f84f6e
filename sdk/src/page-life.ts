import type { World } from './world.ts'

export interface PageLife {
  /** It may have slept, or the network may be another one. */
  wake(): void
  /** It goes: for good, or kept for the back button as long as it holds no socket. */
  sleep(): void
}

/** Follows whether the page is awake. Returns its own undo. */
export function followPage({ listen, visible }: World, { wake, sleep }: PageLife): () => void {
  const undos = [
    listen('online', wake),
    listen('pageshow', wake),
    listen('visibilitychange', () => visible() && wake()),
    listen('pagehide', sleep)
  ]
  return () => {
    for (const undo of undos) undo()
  }
}
