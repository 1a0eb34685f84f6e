/** A piece of a message: plain, or a link. */
export type TextPart = { text: string; href?: string }

// Only what a reader would take for an address; the scheme is never taken from the text's own `javascript:`.
const ADDRESS = /\bhttps?:\/\/[^\s<>"]+|\bwww\.[^\s<>"]+/gi

/** What ends a sentence rather than an address. */
const TRAILING = /[.,;:!?'")\]]+$/

/** Splits a text so that its web addresses can be followed. */
export function splitText(text: string): TextPart[] {
  const parts: TextPart[] = []
  let from = 0
  for (const { 0: found, index } of text.matchAll(ADDRESS)) {
    const address = found.replace(TRAILING, '')
    const href = address.startsWith('www.') ? `https://${address}` : address
    if (!URL.canParse(href)) continue
    if (index > from) parts.push({ text: text.slice(from, index) })
    parts.push({ text: address, href })
    from = index + address.length
  }
  if (from < text.length) parts.push({ text: text.slice(from) })
  return parts
}
