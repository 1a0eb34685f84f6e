import { randomUUID } from 'node:crypto'

/** A new UUIDv7 (RFC 9562): begins with the time, so that what is made together lies together in an index. */
export function uuidV7(now: number): string {
  const time = now.toString(16).padStart(12, '0')
  // Version 4 gives the random bits and the variant, from a pool that Node fills many at a time.
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`
}
