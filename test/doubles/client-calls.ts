import type { EventRow } from './event-rows.ts'

/** What was kept, each as `track Signed Up`, or its type alone when it has no name; sorted. */
export const saidBy = (rows: EventRow[]): string[] =>
  rows.map(({ type, name }) => (name === type ? type : `${type} ${name}`)).sort()
