import { SignJWT } from 'jose'

/** Relays take no token that is good for longer, in seconds. */
const LONGEST_S = 24 * 3_600

export interface UserTokenOptions {
  /** The site's public key. */
  key: string
  /** The site's secret. It never leaves your server. */
  secret: string
  /** Who is signed in, by an id that stays: 1 to 256 characters. */
  userId: string
  /** What you say of them. Pages cannot change it, and agents see it. */
  traits?: Record<string, unknown>
  /** How long it is good for, in seconds, at most a day. @default 3600 */
  expiresIn?: number
}

/**
 * Signs a token that proves to the chat who is signed in on a page, for the page's `setUserToken`.
 * Give it to nobody but that user: serve it where you know who asks, uncached.
 *
 * @throws {RangeError} for an id or a time that no relay takes
 */
export function signUserToken({
  key,
  secret,
  userId,
  traits,
  expiresIn = 3_600
}: UserTokenOptions): Promise<string> {
  if (!userId || userId.length > 256) throw new RangeError('userId is 1 to 256 characters.')
  if (!(expiresIn > 0 && expiresIn <= LONGEST_S)) {
    throw new RangeError(`expiresIn is more than 0 and at most ${LONGEST_S} seconds.`)
  }
  const now = Math.floor(Date.now() / 1_000)
  return new SignJWT(traits ? { traits } : {})
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(userId)
    .setAudience(key)
    .setIssuedAt(now)
    .setExpirationTime(now + expiresIn)
    .sign(new TextEncoder().encode(secret))
}
