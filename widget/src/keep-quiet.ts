import type { WritableAtom } from 'nanostores'

/** Remembers that a visitor wants no sound, once they have said so. */
export function keepQuiet(site: string, $quiet: WritableAtom<boolean>): void {
  const key = `segue:${site}:quiet`
  try {
    $quiet.set(localStorage.getItem(key) !== null)
  } catch {
    // Storage is blocked: it holds for this page.
  }
  $quiet.listen(quiet => {
    try {
      if (quiet) localStorage.setItem(key, '1')
      else localStorage.removeItem(key)
    } catch {
      // As above.
    }
  })
}
