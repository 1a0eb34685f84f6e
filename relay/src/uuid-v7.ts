import { randomBytes } from 'node:crypto'

/** A new UUIDv7 (RFC 9562): begins with the time, so that what is made together lies together in an index. */
export function uuidV7(now: number): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(now, 0, 6)
  bytes[6] = (bytes[6]! & 0x0f) | 0x70
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [0, 8, 12, 16, 20].map((from, part, cuts) => hex.slice(from, cuts[part + 1])).join('-')
}
