import { Refused } from '../../core/refusal.ts'

/** Deeper than any event means something by, and shallow enough for whatever reads it later. */
const MAX_DEPTH = 24

/**
 * Looks through a parsed event for what could harm whoever reads it later: a nest too deep to walk,
 * and `__proto__`, which many a copy would take for the prototype. Other names, `constructor` too, are plain data.
 *
 * @throws {Refused} `invalid`
 */
export function examine(value: object, depth = 1): void {
  if (depth > MAX_DEPTH) {
    throw new Refused('invalid', `The event is nested deeper than ${MAX_DEPTH} levels.`)
  }
  for (const name in value) {
    if (name === '__proto__') throw new Refused('invalid', 'No field may be named __proto__.')
    const part = (value as Record<string, unknown>)[name]
    if (typeof part === 'object' && part !== null) examine(part, depth + 1)
  }
}
