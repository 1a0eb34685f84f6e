import type { RefObject } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Row } from '../stores/timeline.ts'

// Nearer to the bottom than this counts as being there, in CSS pixels.
const NEAR = 48

/** Whether the reader follows the newest, and the way back to it. */
export function useFollowing(box: RefObject<HTMLDivElement | null>) {
  const [following, follow] = useState(true)

  const toBottom = (): void => {
    box.current!.scrollTop = box.current!.scrollHeight
    follow(true)
  }

  // The composer grows, a keyboard rises: the newest must stay in view.
  useLayoutEffect(() => {
    const resized = new ResizeObserver(() => following && toBottom())
    resized.observe(box.current!)
    return () => resized.disconnect()
  }, [following])

  const onScroll = (): void => {
    const { scrollTop, scrollHeight, clientHeight } = box.current!
    follow(scrollHeight - scrollTop - clientHeight < NEAR)
  }

  return { following, follow, toBottom, onScroll }
}

type Following = ReturnType<typeof useFollowing>

/** After each drawing: keeps the newest in view, or what is being read where it is. */
export function useAnchor(
  box: RefObject<HTMLDivElement | null>,
  drawn: readonly Row[],
  { following, toBottom }: Following
): void {
  const before = useRef({ first: '', last: '', height: 0 })
  useLayoutEffect(() => {
    const { scrollHeight: height } = box.current!
    const { first: wasFirst, last: wasLast, height: wasHeight } = before.current
    const first = drawn[0]?.key ?? ''
    const newest = drawn.at(-1)
    const last = newest?.key ?? ''
    const own = newest?.type === 'message' && newest.message.from === 'visitor'
    before.current = { first, last, height }
    // Whoever writes wants to see it, wherever they were.
    if (following || (own && last !== wasLast && wasLast)) toBottom()
    // Older rows came in above: what is being read has moved down by their height.
    else if (first !== wasFirst) box.current!.scrollTop += height - wasHeight
  })
}
