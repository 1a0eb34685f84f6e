import { useStore } from '@nanostores/preact'
import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { $thread } from '../stores/thread.ts'

/** Closer to the end than this counts as being there, in pixels. */
const NEAR_END = 48

export interface ThreadScroll {
  box: RefObject<HTMLDivElement | null>
  atEnd: boolean
  toEnd(): void
}

/**
 * Keeps the eye where it is: at the end when it was there, else on the line it reads, whatever comes above or below.
 * Done by hand, because Safari does not anchor and no browser does at the very top.
 */
export function useThreadScroll(): ThreadScroll {
  const box = useRef<HTMLDivElement>(null)
  const stays = useRef(true)
  const before = useRef({ height: 0, first: 0 })
  const [atEnd, setAtEnd] = useState(true)
  const thread = useStore($thread)
  const first = thread?.entries[0]?.seq ?? 0

  const toEnd = () => {
    if (box.current) box.current.scrollTop = box.current.scrollHeight
  }

  // After every drawing: typing, receipts and replies on their way change the height as well.
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    if (stays.current) toEnd()
    else if (first < before.current.first) {
      element.scrollTop += element.scrollHeight - before.current.height
    }
    before.current = { height: element.scrollHeight, first }
  })

  useEffect(() => {
    const element = box.current
    if (!element) return
    const look = () => {
      const below = element.scrollHeight - element.scrollTop - element.clientHeight
      stays.current = below < NEAR_END
      setAtEnd(stays.current)
    }
    const keep = () => stays.current && toEnd()
    const sizes = new ResizeObserver(keep)
    sizes.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      sizes.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [])

  return { box, atEnd, toEnd }
}
