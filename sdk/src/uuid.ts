/**
 * A UUIDv7 (RFC 9562 §5.7): 48 bits of time, then chance.
 *
 * @param now milliseconds since 1970
 */
export function uuidv7(now: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(10))
  const chance = Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
  const time = now.toString(16).padStart(12, '0')
  const variant = '89ab'[bytes[9]! & 3]
  const id = `${time}7${chance.slice(0, 3)}${variant}${chance.slice(3, 18)}`
  return id.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
