import type { Greeting } from '@segue/sdk'

/** What is known of a visit. */
export interface Visit {
  path: string
  seconds: number
  /** The most of the page that has been in view, in percent. */
  scrolled: number
  /** Names of what the page has tracked. */
  events: ReadonlySet<string>
  returning: boolean
  /** Whether there is something in the cart. */
  cart: boolean
}

/** Whether a path fits a pattern in which `*` stands for anything. */
export function fitsPath(pattern: string, path: string): boolean {
  const [first = '', ...rest] = pattern.split('*')
  if (!path.startsWith(first)) return false
  if (!rest.length) return path === first
  let at = first.length
  for (const part of rest.slice(0, -1)) {
    const found = path.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  const end = rest.at(-1)!
  return path.length - end.length >= at && path.endsWith(end)
}

/** Whether everything a greeting asks for is so. */
export const isTime = (greeting: Greeting, visit: Visit): boolean =>
  (greeting.page === undefined || fitsPath(greeting.page, visit.path)) &&
  visit.seconds >= (greeting.afterSeconds ?? 0) &&
  visit.scrolled >= (greeting.scrolledPercent ?? 0) &&
  (greeting.event === undefined || visit.events.has(greeting.event)) &&
  (greeting.returning ?? visit.returning) === visit.returning &&
  (greeting.cart ?? visit.cart) === visit.cart
