import type { Entry } from './protocol/entry.ts'

/**
 * A conversation that nobody has closed goes on by itself for so long after the last word, in milliseconds:
 * a fortnight. A later page would else connect for ever to what is long forgotten.
 */
export const LIVE_MS = 14 * 86_400_000

/**
 * Until when a conversation is under way after these entries, in milliseconds since 1970; 0 once it is closed.
 * Undefined when they do not tell.
 */
export function liveAfter(entries: readonly Entry[]): number | undefined {
  for (const entry of entries.toReversed()) {
    if (entry.type === 'state' && entry.state === 'closed') return 0
    const tells = entry.type === 'state' || (entry.type === 'message' && entry.from !== 'system')
    if (tells) return entry.at + LIVE_MS
  }
  return undefined
}
