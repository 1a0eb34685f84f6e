import type { RefObject } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Row } from '../stores/rows.ts'

// Nearer to the bottom than this counts as being there, in CSS pixels.
const NEAR = 48

/**
 * Whether the reader follows the newest, and the way back to it. Heights are asked for when the browser has
 * laid everything out by itself: to ask earlier would have it do so twice.
 *
 * @param toRead whether to begin where the unread begins, if that is further up
 */
export function useFollowing(box: RefObject<HTMLDivElement | null>, toRead: boolean) {
  const [following, draw] = useState(!toRead)
  const is = useRef({ following, height: 0, seen: 0 }).current

  const follow = (newest: boolean): void => {
    is.following = newest
    draw(newest)
  }

  const toBottom = (): void => {
    follow(true)
    box.current!.scrollTop = box.current!.scrollHeight
  }

  const begin = (): void => {
    const { current } = box
    const line = current!.querySelector<HTMLElement>('.unread')
    const top = line ? line.offsetTop - line.offsetHeight : Infinity
    if (top + current!.clientHeight < is.height) current!.scrollTop = top
    else follow(true)
  }

  // Messages come in, the composer grows, a keyboard rises: the newest must stay in view.
  useLayoutEffect(() => {
    const { current } = box
    const resized = new ResizeObserver(() => {
      const isFirst = !is.height
      is.height = current!.scrollHeight
      is.seen = current!.clientHeight
      if (isFirst && toRead) begin()
      if (is.following) current!.scrollTop = is.height
    })
    resized.observe(current!)
    resized.observe(current!.firstElementChild!)
    return () => resized.disconnect()
  }, [])

  const onScroll = (): void => {
    const { scrollTop, scrollHeight, clientHeight } = box.current!
    // It has grown or shrunk since it was measured, and will be led to its end: that is no reader's hand.
    if (is.following && (scrollHeight !== is.height || clientHeight !== is.seen)) return
    follow(scrollHeight - scrollTop - clientHeight < NEAR)
  }

  return { following, follow, toBottom, onScroll, wasHigh: () => is.height }
}

type Following = ReturnType<typeof useFollowing>

/** After each drawing: goes to the visitor's own newest, or keeps what is being read where it is. */
export function useAnchor(
  box: RefObject<HTMLDivElement | null>,
  drawn: readonly Row[],
  { following, follow, wasHigh }: Following
): void {
  const before = useRef({ first: '', last: '' })
  useLayoutEffect(() => {
    const { first: wasFirst, last: wasLast } = before.current
    const first = drawn[0]?.key ?? ''
    const newest = drawn.at(-1)
    const last = newest?.key ?? ''
    const own = newest?.type === 'message' && newest.message.from === 'visitor'
    before.current = { first, last }
    if (following) return
    // Whoever writes wants to see it, wherever they were.
    if (own && last !== wasLast && wasLast) follow(true)
    // Older rows came in above: what is being read has moved down by their height.
    else if (wasFirst && first !== wasFirst)
      box.current!.scrollTop += box.current!.scrollHeight - wasHigh()
  })
}
