import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect } from 'preact/hooks'
import { holdPage } from './hold-page.ts'

/** A panel that is the screen follows the keyboard; on a phone, the page behind it rests, and the way back leads there. */
export function useScreen(
  box: RefObject<HTMLDivElement | null>,
  { covers, holds }: { covers: boolean; holds: boolean }
): void {
  useLayoutEffect(() => {
    if (!covers) return
    const panel = box.current!
    const stops: (() => void)[] = []
    if (holds) stops.push(holdPage((panel.getRootNode() as ShadowRoot).host))
    let isOver = false
    import('../screen/screen.ts').then(
      ({ catchBack, followScreen }) => {
        if (isOver) return
        stops.push(followScreen(panel))
        if (holds) stops.push(catchBack(panel))
      },
      // Offline. The panel is as high as the screen is without it.
      () => {}
    )
    return () => {
      isOver = true
      for (const stop of stops) stop()
    }
  }, [covers])
  // After the first paint, which the focus would hold up.
  useEffect(() => {
    if (holds) box.current!.focus({ preventScroll: true })
  }, [holds])
}
