import type { Summary } from '@segue/sdk/protocol'
import { computed, map } from 'nanostores'

/** Every conversation we know of, by id, from whichever list it came. */
export const $summaries = map<Record<string, Summary>>({})

/** Takes in what is new. Something older that arrives late (a slow page of a list) changes nothing. */
export function foldSummaries(incoming: readonly Summary[]): void {
  const known = $summaries.get()
  const fresh = incoming.filter(({ id, seq }) => seq >= (known[id]?.seq ?? 0))
  if (fresh.length === 0) return
  $summaries.set({ ...known, ...Object.fromEntries(fresh.map(summary => [summary.id, summary])) })
}

/** Messages nobody has read, in conversations that are not closed. */
export const $unread = computed($summaries, summaries =>
  Object.values(summaries)
    .filter(({ state }) => state !== 'closed')
    .reduce((sum, { unread }) => sum + unread, 0)
)
