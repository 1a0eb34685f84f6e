import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

const HALF_DAY_MS = 12 * 3_600_000

/** Signs and checks the addresses of kept files. Whoever has one may read the file until it expires. */
export interface FileUrls {
  /**
   * Good for `forMs`, half a day unless told, and for up to half a day more: within one half day it is the same,
   * so that browsers can keep what they fetched.
   */
  sign(id: string, forMs?: number): string
  /** Whether a signature is ours, and still good. */
  isGood(id: string, exp: string, sig: string): boolean
}

/** Every relay with the same `secrets` signs alike. */
export function createFileUrls(
  secrets: readonly string[],
  { publicUrl, now }: { publicUrl: string; now: () => number }
): FileUrls {
  const key = createHash('sha256')
    .update(JSON.stringify(['segue file urls', ...secrets]))
    .digest()
  const signatureOf = (id: string, exp: string) =>
    createHmac('sha256', key).update(`${id}\n${exp}`).digest()

  return {
    sign(id, forMs = HALF_DAY_MS) {
      const exp = String((Math.floor((now() + forMs) / HALF_DAY_MS) + 1) * HALF_DAY_MS)
      const sig = signatureOf(id, exp).toString('base64url')
      return `${publicUrl}/v1/files/${id}?exp=${exp}&sig=${sig}`
    },
    isGood(id, exp, sig) {
      const given = Buffer.from(sig, 'base64url')
      const ours = signatureOf(id, exp)
      const isOurs = given.length === ours.length && timingSafeEqual(given, ours)
      return isOurs && Number(exp) > now()
    }
  }
}
