import { createHash, timingSafeEqual } from 'node:crypto'

/** What is kept of a secret we handed out. Enough, because our secrets are 128 random bits and need no stretching. */
export const hashSecret = (secret: string): string =>
  createHash('sha256').update(secret).digest('hex')

/** Whether a secret is the one that was kept, in a time that tells nothing. */
export const isSecret = (secret: string, hash: string): boolean =>
  timingSafeEqual(Buffer.from(hashSecret(secret), 'hex'), Buffer.from(hash, 'hex'))

/** A new secret of 128 bits, fit for a URL's fragment. */
export const mintSecret = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url')
