import { EXIT_CLIENTS, measureExits } from './sdk-exit.ts'
import { head, row } from './table.ts'

/** Prints what became of events at the end of a page: delivered of sent, and how many were on the wire for that. */
export async function printSdkExit(): Promise<void> {
  const counts = await measureExits()
  head('events at the end of a page', ...EXIT_CLIENTS)
  for (const scene of new Set(counts.map(({ scene }) => scene))) {
    const cells = counts
      .filter(count => count.scene === scene)
      .map(({ unique, sent, wire }) => `${unique} of ${sent}, ${wire} on the wire`)
    row(scene, ...cells)
  }
}
