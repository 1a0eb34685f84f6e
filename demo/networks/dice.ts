/** Repeatable chance: the same seed gives the same throws. */
export interface Dice {
  /** From 0 up to, not including, 1. */
  throw(): number
  hex(length: number): string
  digits(length: number): string
}

/** FNV-1a, so that a seed may be any text. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (const char of text) value = Math.imul(value ^ char.codePointAt(0)!, 0x01000193)
  return value >>> 0
}

export function createDice(seed: string): Dice {
  let state = hash(seed)
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const draw = (alphabet: string, length: number) =>
    Array.from({ length }, () => alphabet[Math.floor(next() * alphabet.length)]).join('')
  return {
    throw: next,
    hex: length => draw('0123456789abcdef', length),
    digits: length => draw('0123456789', length)
  }
}
