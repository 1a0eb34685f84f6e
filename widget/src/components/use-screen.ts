import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect } from 'preact/hooks'
import { holdPage } from './hold-page.ts'

/** Follows what a keyboard leaves of the screen: no CSS unit knows of it on every phone. */
function followScreen(panel: HTMLElement): () => void {
  const screen = window.visualViewport
  if (!screen) return () => {}
  const fit = () => {
    panel.style.setProperty('--height', `${screen.height}px`)
    panel.style.setProperty('--top', `${screen.offsetTop}px`)
  }
  fit()
  screen.addEventListener('resize', fit)
  screen.addEventListener('scroll', fit)
  return () => {
    screen.removeEventListener('resize', fit)
    screen.removeEventListener('scroll', fit)
  }
}

/** A panel that is the screen follows the keyboard; on a phone, the page behind it rests. */
export function useScreen(
  box: RefObject<HTMLDivElement | null>,
  { covers, holds }: { covers: boolean; holds: boolean }
): void {
  useLayoutEffect(() => {
    if (!covers) return
    const panel = box.current!
    const stops = [followScreen(panel)]
    if (holds) stops.push(holdPage((panel.getRootNode() as ShadowRoot).host))
    return () => {
      for (const stop of stops) stop()
    }
  }, [covers])
  // After the first paint, which the focus would hold up.
  useEffect(() => {
    if (holds) box.current!.focus({ preventScroll: true })
  }, [holds])
}
