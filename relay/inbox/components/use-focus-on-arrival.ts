import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

/**
 * Where one column takes the place of another, the focus goes along, or it would be left on something that is gone.
 * With columns side by side it stays in the list, where j and k go on.
 */
export function useFocusOnArrival(at: string): RefObject<HTMLHeadingElement | null> {
  const title = useRef<HTMLHeadingElement>(null)
  // Each arrival moves the focus once
  useEffect(() => {
    const isGone = (element: Element | null) =>
      !element || element === document.body || !element.checkVisibility()
    if (isGone(document.activeElement) && title.current?.checkVisibility()) title.current.focus()
  }, [at])
  return title
}
