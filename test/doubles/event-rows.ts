import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** An event as it lies on the disk of a relay. */
export interface EventRow {
  messageId: string
  type: string
  name: string
  person: string | null
  anonymousId: string | null
  userId: string | null
  at: number
  receivedAt: number
  body: Record<string, never>
}

/** Every event that a relay whose store is in this directory has kept, in the order they came. */
export function eventRows(dir: string): EventRow[] {
  const database = new DatabaseSync(join(dir, 'segue.sqlite'), { readOnly: true })
  const rows = database.prepare('select * from events order by id').all()
  database.close()
  return rows.map(row => ({ ...row, body: JSON.parse(String(row.body)) })) as unknown as EventRow[]
}
