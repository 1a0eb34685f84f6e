/**
 * What is kept of a visitor under `segue:<site>`, of the user under `segue:<site>:user`, and of what is not sent yet
 * under `segue:<site>:sends`, read without loading the SDK.
 * `liveUntil`: so long there is a conversation to go on with, in milliseconds since 1970.
 * `worker`, under `segue:<site>:push`: the service worker that tells this visitor of answers.
 */
export function remembered(name: string): { liveUntil?: number; worker?: string } | undefined {
  try {
    return JSON.parse(localStorage.getItem(`segue:${name}`) ?? 'null') ?? undefined
  } catch {
    // Storage is blocked, or somebody else's value: either way we remember nobody.
    return undefined
  }
}

/** Whether the visitor has a conversation under way, or has written what could not be sent. */
export const isLive = (site: string): boolean =>
  Date.now() < (remembered(site)?.liveUntil ?? 0) || !!remembered(`${site}:sends`)

const RETURN = /^#segue=([\w-]+)$/

/** Takes the token of a return link out of the address, before anybody can copy or bookmark it. */
export function takeReturnToken(): string | undefined {
  const { hash } = location
  // Most pages have none, and are spared the first regular expression.
  const token = hash && RETURN.exec(hash)?.[1]
  if (token) history.replaceState(history.state, '', location.pathname + location.search)
  return token || undefined
}
