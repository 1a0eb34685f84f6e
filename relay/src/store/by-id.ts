import { once } from './once.ts'
import type { Db, Schema } from './schema.ts'

/** The tables whose rows have an id. */
type Table =
  | 'people'
  | 'joins'
  | 'addresses'
  | 'links'
  | 'conversations'
  | 'deliveries'
  | 'handoffs'
  | 'files'
  | 'pushSubscriptions'

/** Finds a row by its id. */
export function findById<Name extends Table>(
  db: Db,
  table: Name
): (id: string) => Promise<Schema[Name] | undefined> {
  // Kysely's types do not follow a table that is only known by a parameter; 'people' stands for all.
  const find = once(db, ({ id }: { id: string }) =>
    db
      .selectFrom(table as 'people')
      .selectAll()
      .where('id', '=', id)
  )
  return async id => (await find({ id }))[0] as Schema[Name] | undefined
}

type Change = Record<string, unknown>

/**
 * Changes the named fields of a row, and nothing when none is named. Each combination of
 * fields is compiled once; there are as many as there are places in the code that change something.
 */
export function changeById<Name extends Table>(
  db: Db,
  table: Name
): (id: string, change: Partial<Schema[Name]>) => Promise<void> {
  const compile = (fields: string[]) =>
    once(db, (values: Change) =>
      db
        .updateTable(table as 'people')
        .set(Object.fromEntries(fields.map(field => [field, values[field]])))
        .where('id', '=', values.id as string)
    )
  const compiled = new Map<string, ReturnType<typeof compile>>()
  return async (id, change) => {
    const fields = Object.keys(change).filter(field => (change as Change)[field] !== undefined)
    if (fields.length === 0) return
    const key = fields.join()
    const run = compiled.get(key) ?? compile(fields)
    compiled.set(key, run)
    await run({ ...change, id })
  }
}
