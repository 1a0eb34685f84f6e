import { commit } from '../commit.ts'
import type { Ports } from '../ports.ts'

const DAY_MS = 24 * 3_600_000
const AT_ONCE = 50

/** Nobody's address: what belongs to it can be sent by nobody. */
export const NOBODY = '-'

/**
 * Removes files that were brought and not sent within a day. A relay that dies in between leaves the record, so the next
 * round goes on: first nobody may send it any more, then its bytes go, then what is known of it.
 */
export async function removeOrphans(ports: Ports): Promise<void> {
  const orphans = await commit(ports, async ({ tx }) => {
    const found = await tx.orphanFiles(ports.now() - DAY_MS, AT_ONCE)
    for (const { id } of found) await tx.changeFile(id, { owner: NOBODY })
    return found
  })
  for (const { id } of orphans) {
    await ports.files.delete(id)
    await commit(ports, ({ tx }) => tx.removeFile(id))
  }
}
