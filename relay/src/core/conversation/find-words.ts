/** How much of a message is shown around what was found in it, in UTF-16 code units. */
const BEFORE = 40
const AFTER = 80

/** Text as it is compared: whatever its case, its accents and its spaces. */
export const foldText = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('ς', 'σ')
    .replace(/\s+/g, ' ')

/** Words in their place. */
export interface Found {
  text: string
  /** Where they are in it: from, to. */
  found: [from: number, to: number]
}

/** Where folded words stand in a text, and what stands around them. Undefined when they do not. */
export function findWords(text: string, words: string): Found | undefined {
  const at = foldText(text).indexOf(words)
  if (at < 0) return undefined
  const places = placesIn(text)
  const from = places[at] ?? 0
  const to = places[at + words.length] ?? text.length
  return cutOut(text, from, to)
}

/** Where in the text each code unit of its folded form comes from. */
function placesIn(text: string): number[] {
  const places: number[] = []
  let at = 0
  let wasSpace = false
  for (const point of text) {
    const folded = foldText(point)
    const isSpace = folded === ' '
    if (!(isSpace && wasSpace)) for (let n = 0; n < folded.length; n++) places.push(at)
    // A mark belongs to the letter before it, and folds into nothing.
    if (folded) wasSpace = isSpace
    at += point.length
  }
  return places
}

function cutOut(text: string, from: number, to: number): Found {
  const start = from > BEFORE ? onPoint(text, from - BEFORE) : 0
  const end = to + AFTER < text.length ? onPoint(text, to + AFTER) : text.length
  const head = start > 0 ? '…' : ''
  const moved = head.length - start
  return {
    text: head + text.slice(start, end) + (end < text.length ? '…' : ''),
    found: [from + moved, to + moved]
  }
}

/** Not in the middle of a character that takes two code units. */
const onPoint = (text: string, at: number): number =>
  /[\udc00-\udfff]/.test(text[at] ?? '') ? at - 1 : at
