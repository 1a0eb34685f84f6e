import type { MapStore } from 'nanostores'

/** How values are kept. */
export interface Kept<Value> {
  keep(value: Value): Value | undefined
  is(kept: unknown): kept is Value
}

/**
 * Lets a map survive a reload of this tab: reads what was kept, then keeps every change. It lives in the tab's own
 * storage, never longer than the tab, because it holds what agents write to people. What cannot be kept (storage is
 * full or refused) is there until the reload. Returns what ends it.
 *
 * @param as what of a value is kept, nothing if undefined, and what is one when it is read
 */
export function keepInTab<Value>(
  store: MapStore<Record<string, Value>>,
  key: string,
  as: Kept<Value> = {
    keep: value => value,
    is: (_value): _value is Value => true
  }
): () => void {
  try {
    const kept: Record<string, unknown> = JSON.parse(sessionStorage.getItem(key) ?? '{}')
    const known = Object.entries(kept).flatMap(([name, value]) =>
      as.is(value) ? [[name, value] as const] : []
    )
    if (known.length > 0) store.set(Object.fromEntries(known))
  } catch {
    sessionStorage.removeItem(key)
  }
  return store.listen(values => {
    try {
      const kept = Object.entries(values).flatMap(([name, value]) => {
        const left = as.keep(value)
        return left === undefined ? [] : [[name, left]]
      })
      if (kept.length > 0) sessionStorage.setItem(key, JSON.stringify(Object.fromEntries(kept)))
      else sessionStorage.removeItem(key)
    } catch {
      // The map itself still has it.
    }
  })
}
