import type { MapStore } from 'nanostores'

/**
 * Lets a map survive a reload of this tab: reads what was kept, then keeps every change. It lives in the tab's own
 * storage, never longer than the tab, because it holds what agents write to people. What cannot be kept (storage is
 * full or refused) is there until the reload. Returns what ends it.
 */
export function keepInTab<Value extends object>(store: MapStore<Value>, key: string): () => void {
  try {
    const kept = sessionStorage.getItem(key)
    if (kept) store.set(JSON.parse(kept))
  } catch {
    sessionStorage.removeItem(key)
  }
  return store.listen(values => {
    try {
      if (Object.keys(values).length > 0) sessionStorage.setItem(key, JSON.stringify(values))
      else sessionStorage.removeItem(key)
    } catch {
      // The map itself still has it.
    }
  })
}
