const KEY = 'segue.inbox.token'
const FRAGMENT = /^#token=(.+)$/

/** The token an earlier visit left, and whether it was to stay on this device. */
export function keptToken(): { token: string; stay: boolean } | null {
  const here = sessionStorage.getItem(KEY)
  if (here) return { token: here, stay: false }
  const stayed = localStorage.getItem(KEY)
  return stayed ? { token: stayed, stay: true } : null
}

/** Keeps the token for this tab, or, when the agent stays signed in, for this device. */
export function keepToken(token: string, stay: boolean): void {
  forgetToken()
  const place = stay ? localStorage : sessionStorage
  place.setItem(KEY, token)
}

/** Forgets it everywhere. */
export function forgetToken(): void {
  sessionStorage.removeItem(KEY)
  localStorage.removeItem(KEY)
}

/**
 * A token in the fragment (`#token=…`), read once: it is taken out of the address and of the history at once.
 * A fragment never reaches a server, a log or a referrer.
 */
export function takeTokenFromFragment(): string | null {
  const found = FRAGMENT.exec(location.hash)
  if (!found) return null
  history.replaceState(null, '', location.pathname + location.search)
  return decodeURIComponent(found[1]!)
}
