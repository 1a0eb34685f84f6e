/** Counts by name. Names at zero are forgotten. */
export interface Tally {
  of(name: string): number
  add(name: string, count: number): void
}

export function createTally(): Tally {
  const counts = new Map<string, number>()
  return {
    of: name => counts.get(name) ?? 0,
    add(name, count) {
      const sum = (counts.get(name) ?? 0) + count
      if (sum > 0) counts.set(name, sum)
      else counts.delete(name)
    }
  }
}
