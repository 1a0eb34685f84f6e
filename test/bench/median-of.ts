import type { Cost } from './widget-visit.ts'

const RUNS = 5

/** What one page cost up to one moment. */
export interface Moment extends Cost {
  name: string
}

/** The median of five pages, each number by itself. */
export async function medianOf(name: string, run: () => Promise<Cost>): Promise<Moment> {
  const runs: Cost[] = []
  while (runs.length < RUNS) runs.push(await run())
  const middle = (key: keyof Cost) =>
    runs.map(cost => cost[key]).toSorted((a, b) => a - b)[RUNS >> 1]!
  return {
    name,
    requests: middle('requests'),
    bytes: middle('bytes'),
    script: middle('script'),
    idle: middle('idle'),
    longestTask: middle('longestTask'),
    layoutShift: middle('layoutShift'),
    heap: middle('heap')
  }
}
