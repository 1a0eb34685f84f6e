/**
 * A UUIDv7 (RFC 9562 §5.7): 48 bits of time, then chance.
 *
 * @param now milliseconds since 1970
 */
export function uuidv7(now: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(10))
  const chance = Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
  const time = now.toString(16).padStart(12, '0')
  const variant = '89ab'[bytes[2]! & 3]
  return [
    time.slice(0, 8),
    time.slice(8),
    `7${chance.slice(0, 3)}`,
    `${variant}${chance.slice(5, 8)}`,
    chance.slice(8)
  ].join('-')
}
