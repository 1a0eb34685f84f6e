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

/** On a phone the panel is the screen: it follows the keyboard, and the page behind it rests. */
export function useScreen(box: RefObject<HTMLDivElement | null>, phone: boolean): void {
  useLayoutEffect(() => {
    if (!phone) return
    const panel = box.current!
    const stops = [followScreen(panel), holdPage((panel.getRootNode() as ShadowRoot).host)]
    return () => {
      for (const stop of stops) stop()
    }
  }, [phone])
  // After the first paint, which the focus would hold up.
  useEffect(() => {
    if (phone) box.current!.focus({ preventScroll: true })
  }, [phone])
}
