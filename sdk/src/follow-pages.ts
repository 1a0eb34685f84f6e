import type { EndableWorld } from './endable.ts'

/**
 * Tells of this page, and of every other that takes its place without being loaded, until the world ends.
 * A turn late: frameworks that mount everything twice while developing have undone the first by then.
 */
export function followPages({ after, view, hold }: EndableWorld, tell: () => void): void {
  after(0, async () => {
    const here = view()
    if (!here) return
    tell()
    // Not worth its bytes to everybody else.
    const { watchPages } = await import('./watch-pages.ts')
    hold(() => watchPages(tell, here.url))
  })
}
