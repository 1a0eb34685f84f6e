import { createHash } from 'node:crypto'

// Crockford's base32: no I, L, O, U, so that nothing read aloud or copied by hand is mistaken.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 8
const MOST_CANDIDATES = 32

const READ_AS: Record<string, string> = { O: '0', I: '1', L: '1' }

/** A new code of 40 random bits, as it is shown: `K7Q2-M9XD`. `bytes` holds at least 8. */
export function mintCode(bytes: Uint8Array): string {
  // 256 is a multiple of 32, so the remainder is as random as the byte.
  const letters = Array.from(bytes.subarray(0, LENGTH), byte => ALPHABET[byte % 32])
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`
}

/** What is kept of a code. Takes it in any of the ways people write it. */
export const hashCode = (code: string): string =>
  createHash('sha256')
    .update(`handoff:${plainCode(code)}`)
    .digest('hex')

const plainCode = (text: string): string =>
  text
    .toUpperCase()
    .replace(/[OIL]/g, letter => READ_AS[letter]!)
    .replace(/[^0-9A-Z]/g, '')

/** A stretch of a text that may be a code. */
export interface CodeCandidate {
  /** In the shape `hashCode` takes. */
  code: string
  start: number
  end: number
}

/**
 * Every stretch of a text that reads as a code: in any case, with spaces or hyphens anywhere in it, O for 0, I and L for 1.
 * What follows a `#` comes first, then what holds a digit. At most 32: a long text is not a way to guess.
 */
export function findCodes(text: string): CodeCandidate[] {
  const words = [...text.matchAll(/[0-9A-Za-z]+/g)]
  const found: CodeCandidate[] = []
  for (const [first, word] of words.entries()) {
    const candidate = joinWords(text, words.slice(first, first + LENGTH))
    if (candidate && word[0].length <= LENGTH) found.push(candidate)
  }
  return found.sort((a, b) => likelihood(text, b) - likelihood(text, a)).slice(0, MOST_CANDIDATES)
}

function joinWords(text: string, words: RegExpExecArray[]): CodeCandidate | undefined {
  let code = ''
  let end = words[0]!.index
  for (const word of words) {
    // Only spaces and the dashes that phones make of a hyphen may lie inside a code.
    if (code && !/^[\s\-‐-―−]*$/.test(text.slice(end, word.index))) return undefined
    code += word[0]
    end = word.index + word[0].length
    if (code.length >= LENGTH) break
  }
  if (code.length !== LENGTH || /[Uu]/.test(code)) return undefined
  return { code: plainCode(code), start: words[0]!.index, end }
}

const likelihood = (text: string, { code, start }: CodeCandidate): number =>
  (text[start - 1] === '#' ? 2 : 0) + (/\d/.test(code) ? 1 : 0)

/** The text without the code, and without the mark in front of it. */
export function stripCode(text: string, { start, end }: CodeCandidate): string {
  const before = text.slice(0, start).replace(/[#(["']+\s*$/, '')
  const after = text.slice(end).replace(/^[)\]"']+/, '')
  return `${before} ${after}`.replace(/[ \t]{2,}/g, ' ').trim()
}
