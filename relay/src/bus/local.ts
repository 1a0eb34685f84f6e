import type { Change } from '../core/ports.ts'

/** Tells everybody in the house what has changed. Lossy by nature: whoever misses a change catches up by `seq`. */
export interface Bus {
  /** Returns at once; listeners cannot hold it up or make it fail. */
  publish(change: Change): void
  /** Hears every change from now on, until the undo it returns is called. */
  subscribe(listener: (change: Change) => void): () => void
  /** Whether changes get through. */
  ready(): Promise<boolean>
}

/** A bus within one process. `report` hears of listeners that threw; the others are told all the same. */
export function localBus(report: (error: unknown) => void = () => {}): Bus {
  const listeners = new Set<(change: Change) => void>()

  const tell = (listener: (change: Change) => void, change: Change) => {
    try {
      listener(change)
    } catch (error) {
      report(error)
    }
  }

  return {
    publish(change) {
      for (const listener of [...listeners]) tell(listener, change)
    },
    subscribe(listener) {
      // A wrapper of its own, so that the same function may listen twice and leave once.
      const own = (change: Change) => listener(change)
      listeners.add(own)
      return () => void listeners.delete(own)
    },
    ready: async () => true
  }
}
