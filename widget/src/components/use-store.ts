import type { ReadableAtom } from 'nanostores'
import { useLayoutEffect, useState } from 'preact/hooks'

/** What a store holds, drawn again when that changes: once for all that changes in one turn of the event loop. */
export function useStore<Value>(store: ReadableAtom<Value>): Value {
  const [, redraw] = useState({})
  const drawn = store.get()
  useLayoutEffect(() => {
    const change = () => redraw({})
    // It may have changed while the rest was drawn.
    if (store.get() !== drawn) change()
    return store.listen(change)
  }, [store])
  return drawn
}
