import { useLayoutEffect, useRef } from 'preact/hooks'

type Find = () => HTMLElement | null | undefined

/** Moves the focus to what is there only after the next change of what is drawn. */
export function useFocusNext(): (find: Find) => void {
  const wanted = useRef<Find | null>(null)
  useLayoutEffect(() => {
    const target = wanted.current?.()
    if (!target) return
    wanted.current = null
    target.focus()
  })
  return find => {
    wanted.current = find
  }
}
