import type { ReadableAtom } from 'nanostores'
import { useLayoutEffect, useState } from 'preact/hooks'

/**
 * The value of a store, drawn before the next key is heard. `useStore` draws a moment later: fine for what one reads, but
 * what one types into must never be drawn from what was there before.
 */
export function useStoreNow<Value>(store: ReadableAtom<Value>): Value {
  const [, draw] = useState({})
  useLayoutEffect(() => store.listen(() => draw({})), [store])
  return store.get()
}
