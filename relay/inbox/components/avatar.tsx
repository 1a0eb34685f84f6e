const TINTS = 6

/** Always the same tint for the same person. */
function tintOf(id: string): number {
  let sum = 0
  for (const letter of id) sum = (sum * 31 + letter.charCodeAt(0)) % 9973
  return sum % TINTS
}

const LETTER = /\p{L}|\p{N}/u

/** Up to two initials. */
export const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .flatMap(word => LETTER.exec(word)?.[0] ?? [])
    .slice(0, 2)
    .join('')
    .toUpperCase()

/** Whom this is about, as a spot of colour. The name stands beside it. */
export function Avatar({ id, name }: { id: string; name: string }) {
  return (
    <span class={`avatar tint-${tintOf(id)}`} aria-hidden="true">
      {initialsOf(name)}
    </span>
  )
}
