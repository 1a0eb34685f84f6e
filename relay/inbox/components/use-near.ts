import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

/** How far outside of what can be seen still counts as near. */
const MARGIN = '400px 0px'

/**
 * Calls back when an element comes near to what can be seen, and again whenever `again` changes and it is still near:
 * a short page may leave the end of the list in view.
 */
export function useNear<T extends Element>(
  onNear: () => void,
  again: unknown
): RefObject<T | null> {
  const element = useRef<T>(null)
  const latest = useRef(onNear)
  latest.current = onNear
  // Observing anew is how "still near" is found out
  useEffect(() => {
    if (!element.current) return
    const observer = new IntersectionObserver(
      seen => seen.some(({ isIntersecting }) => isIntersecting) && latest.current(),
      { root: element.current.closest('[data-scroll]'), rootMargin: MARGIN }
    )
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [again])
  return element
}
