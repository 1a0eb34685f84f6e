import type { Properties } from './sdk.ts'
import { warnOnce } from './warn-once.ts'

/**
 * A deep copy, as JSON has it, of what a page handed to a call: a Date becomes its text, a BigInt its digits.
 * Where there is none (a cycle, a getter that throws), the call goes on without, and a warning tells.
 */
export function snapshot(call: string, value: unknown): Properties {
  try {
    const raw = JSON.stringify(value ?? {}, (_, part) =>
      typeof part === 'bigint' ? String(part) : part
    )
    if (raw[0] === '{') return JSON.parse(raw)
  } catch {
    // The same as what is no object.
  }
  warnOnce(`${call}: its values are no JSON object, and left out.`)
  return {}
}
