import type { Call } from '../calls.ts'
import { cartAfter } from './cart.ts'
import type { Visit } from './conditions.ts'

export interface VisitOptions {
  returning: boolean
  /** What the page has called so far. It grows. */
  calls: readonly Pick<Call, 'name' | 'args'>[]
  /** Told when something has changed, and every second. */
  changed(): void
}

/** Follows what a greeting may wait for. */
export function watchVisit({ returning, calls, changed }: VisitOptions) {
  const tracked = () => calls.filter(({ name }) => name === 'track').map(({ args }) => args)
  let scrolled = 0
  let since = Date.now()
  let path = location.pathname

  const onScroll = () => {
    const { scrollHeight } = document.documentElement
    scrolled = Math.max(scrolled, (100 * (scrollY + innerHeight)) / scrollHeight)
    changed()
  }

  const tick = () => {
    // A single-page app has gone on to another page.
    if (path !== location.pathname) {
      path = location.pathname
      since = Date.now()
      scrolled = 0
    }
    // Nobody reads a page in the background.
    if (!document.hidden) changed()
  }

  addEventListener('scroll', onScroll, { passive: true })
  const timer = setInterval(tick, 1000)

  return {
    now: (): Visit => ({
      ...{ path, scrolled, returning },
      seconds: Math.round((Date.now() - since) / 1000),
      events: new Set(tracked().map(([event]) => String(event))),
      cart: tracked().reduce(
        (cart, [event, properties]) => cartAfter(cart, event, properties),
        false
      )
    }),
    end(): void {
      removeEventListener('scroll', onScroll)
      clearInterval(timer)
    }
  }
}
