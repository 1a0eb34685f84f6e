/**
 * A UUIDv7 (RFC 9562 §5.7): 48 bits of time, then chance.
 *
 * @param now milliseconds since 1970
 */
export function uuidv7(now: number): string {
  const time = now.toString(16).padStart(12, '0')
  // Not randomUUID(): pages over plain HTTP have none.
  const chance = crypto.getRandomValues(new Uint8Array(22))
  const rest = '7xxx-8xxx-xxxxxxxxxxxx'.replace(/[8x]/g, (digit, at) =>
    (digit === 'x' ? chance[at]! & 15 : 8 + (chance[at]! & 3)).toString(16)
  )
  return `${time.slice(0, 8)}-${time.slice(8)}-${rest}`
}
