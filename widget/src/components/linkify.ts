/** A piece of text, or a web address in it. */
export type Piece = { text: string; href?: string }

// Only what certainly is a web address: no other scheme can come out of this.
const ADDRESS = /https?:\/\/[^\s<>"']+/gi
// Sentences end, and brackets close, after an address more often than in it.
const TRAILING = /[.,:;!?)\]}'"»”]+$/

const hrefOf = (text: string): string | undefined => {
  try {
    return new URL(text).href
  } catch {
    return undefined
  }
}

/** Splits a text at its web addresses. */
export function linkify(text: string): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const match of text.matchAll(ADDRESS)) {
    const address = match[0].replace(TRAILING, '')
    const href = hrefOf(address)
    if (!href) continue
    if (match.index > from) pieces.push({ text: text.slice(from, match.index) })
    pieces.push({ text: address, href })
    from = match.index + address.length
  }
  if (from < text.length) pieces.push({ text: text.slice(from) })
  return pieces
}
