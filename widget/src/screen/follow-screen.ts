// Less than this is no keyboard but a bar of the browser, in CSS pixels.
const KEYBOARD = 120

/** Follows what a keyboard leaves of the screen: no CSS unit knows of it on every phone. Returns the undo. */
export function followScreen(panel: HTMLElement): () => void {
  const screen = window.visualViewport
  if (!screen) return () => {}
  const fit = () => {
    // Whoever looks closer is not to have less to look at.
    if (screen.scale > 1.01) return
    panel.style.setProperty('--height', `${screen.height}px`)
    panel.style.setProperty('--top', `${screen.offsetTop}px`)
    // A keyboard stands where the edge of the screen was.
    panel.style.setProperty('--edge', screen.height < innerHeight - KEYBOARD ? '0px' : '')
  }
  fit()
  screen.addEventListener('resize', fit)
  screen.addEventListener('scroll', fit)
  return () => {
    screen.removeEventListener('resize', fit)
    screen.removeEventListener('scroll', fit)
  }
}
