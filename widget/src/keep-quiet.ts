import type { WritableAtom } from 'nanostores'

/** Remembers that a visitor wants no sound, once they have said so in any tab. Returns its own undo. */
export function keepQuiet(site: string, $quiet: WritableAtom<boolean>): () => void {
  const key = `segue:${site}:quiet`
  const attempt = (touch: () => void) => {
    try {
      touch()
    } catch {
      // Storage is blocked: it holds for this page.
    }
  }
  const read = () => attempt(() => $quiet.set(!!localStorage.getItem(key)))
  read()
  addEventListener('storage', read)
  $quiet.listen(quiet =>
    attempt(() => (quiet ? localStorage.setItem(key, '1') : localStorage.removeItem(key)))
  )
  return () => removeEventListener('storage', read)
}
