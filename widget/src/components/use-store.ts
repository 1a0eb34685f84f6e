import type { ReadableAtom } from 'nanostores'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'

const whole = (value: unknown) => value

/**
 * What a store holds, or a part of it, drawn again when that changes: once for all that changes in one turn of the event loop.
 *
 * @param part what is drawn of it; the same from one drawing to the next
 */
export function useStore<Value, Part = Value>(
  store: ReadableAtom<Value>,
  part: (value: Value) => Part = whole as () => Part
): Part {
  const [, redraw] = useState({})
  const drawn = useRef<Part>(undefined as Part)
  drawn.current = part(store.get())
  useLayoutEffect(() => {
    const change = () => {
      if (part(store.get()) !== drawn.current) redraw({})
    }
    // It may have changed while the rest was drawn.
    change()
    return store.listen(change)
  }, [store])
  return drawn.current
}
