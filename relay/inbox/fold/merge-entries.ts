import type { Entry } from '@segue/sdk/protocol'

/** What became of some entries that arrived. */
export interface Merged {
  /** The same array when nothing was new. */
  entries: readonly Entry[]
  /** Newest `seq` that is there. */
  seq: number
  /** Whether something between is missing and has to be fetched. */
  gap: boolean
}

/** Takes the next entries and only those: a repeat is dropped, and nothing is taken beyond a gap. */
export function mergeEntries(
  known: readonly Entry[],
  seq: number,
  incoming: readonly Entry[]
): Merged {
  const fresh: Entry[] = []
  let last = seq
  for (const entry of incoming) {
    if (entry.seq <= last) continue
    if (entry.seq > last + 1) return { entries: known.concat(fresh), seq: last, gap: true }
    fresh.push(entry)
    last = entry.seq
  }
  return { entries: fresh.length > 0 ? known.concat(fresh) : known, seq: last, gap: false }
}

/** Puts an earlier page before what is known. What overlaps is dropped, and a page that does not touch is refused. */
export function prependEntries(
  known: readonly Entry[],
  earlier: readonly Entry[]
): readonly Entry[] {
  const first = known[0]?.seq
  if (first === undefined) return earlier
  const before = earlier.filter(({ seq }) => seq < first)
  return before.at(-1)?.seq === first - 1 ? before.concat(known) : known
}
