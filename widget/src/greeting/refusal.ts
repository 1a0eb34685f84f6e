const keyOf = (site: string) => `segue:${site}:no-greeting`

/** Whether this visitor has once waved a greeting away. */
export function hasRefused(site: string): boolean {
  try {
    return localStorage.getItem(keyOf(site)) !== null
  } catch {
    return false
  }
}

/** Keeps the visitor's no, so that they are not asked again. It is all that is ever stored for greetings. */
export function refuse(site: string): void {
  try {
    localStorage.setItem(keyOf(site), '1')
  } catch {
    // Storage is blocked: it holds for this page.
  }
}
