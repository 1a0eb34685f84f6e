import { createHash, timingSafeEqual } from 'node:crypto'

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/**
 * Compares a secret with what somebody sent, in a time that tells nothing of either, nor of their lengths.
 * An empty or missing secret is nobody's: the answer is no.
 */
export function sameSecret(given: string | undefined, secret: string | undefined): boolean {
  if (!given || !secret) return false
  return timingSafeEqual(digest(given), digest(secret))
}
