import type { World } from './world.ts'

/**
 * Tells of this page, and of every other that takes its place without being loaded. Returns the undo.
 * A turn late: frameworks that mount everything twice while developing have undone the first by then.
 */
export function followPages({ after, view }: World, tell: () => void): () => void {
  let undo = after(0, async () => {
    const here = view()
    if (!here) return
    tell()
    // Not worth its bytes to everybody else.
    const { watchPages } = await import('./watch-pages.ts')
    if (!isOver) undo = watchPages(tell, here.url)
  })
  let isOver = false
  return () => {
    isOver = true
    undo()
  }
}
