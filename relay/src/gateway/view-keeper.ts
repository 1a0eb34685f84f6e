import type { View } from '../core/conversation/present-entry.ts'

/** Keeps what a reader may see, as long as it is true. */
export interface ViewKeeper {
  /** Undefined when it has to be loaded. */
  readonly current: View | undefined
  /** Loads it. Undefined when it was out of date again before it came: load once more. */
  load(): Promise<View | undefined>
  /** Something has changed what may be seen. */
  outdate(): void
}

export function createViewKeeper(load: () => Promise<View>): ViewKeeper {
  let current: View | undefined
  /** Counts changes, so that a view that was on its way meanwhile is not taken for a new one. */
  let changes = 0
  return {
    get current() {
      return current
    },
    async load() {
      const before = changes
      const loaded = await load()
      if (before === changes) current = loaded
      return current
    },
    outdate() {
      changes += 1
      current = undefined
    }
  }
}
