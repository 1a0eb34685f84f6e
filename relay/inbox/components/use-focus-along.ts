import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { focusList, isFocusLost } from '../focus.ts'
import type { Route } from '../stores/route.ts'

/**
 * Where one column takes the place of another, the focus goes along, or it would be left on something that is gone.
 * With columns side by side it stays in the list, where j and k go on.
 */
export function useFocusOnArrival(at: string): RefObject<HTMLHeadingElement | null> {
  const title = useRef<HTMLHeadingElement>(null)
  // Each arrival moves the focus once.
  useEffect(() => {
    if (isFocusLost() && title.current?.checkVisibility()) title.current.focus()
  }, [at])
  return title
}

/** Back in the list, the focus is on the conversation one comes from. */
export function useFocusOnReturn({ conversation }: Route): void {
  const before = useRef(conversation)
  useEffect(() => {
    const left = before.current
    before.current = conversation
    if (conversation === null && left !== null && isFocusLost()) focusList(left)
  }, [conversation])
}
