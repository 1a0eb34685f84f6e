import { afterEach, beforeEach } from 'vitest'
import type { Store } from '../../../../relay/src/core/store.ts'

/** An empty store, and what a test needs to live with it. */
export interface Opened {
  store: Store
  /** Closes the store and opens it anew, as after a restart. */
  reopen(): Promise<Store>
  close(): Promise<void>
}

export type Open = () => Promise<Opened>

/** Gives each test of the `describe` around it an empty store. */
export function useFreshStore(open: Open): () => Opened {
  let opened: Opened
  beforeEach(async () => {
    opened = await open()
  })
  afterEach(() => opened.close())
  return () => opened
}
