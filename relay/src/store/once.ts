import type { Compilable } from 'kysely'
import type { Db } from './schema.ts'

/** Stands in a compiled query for a value that each run brings. */
class Slot {
  readonly name: string

  constructor(name: string) {
    this.name = name
  }
}

const slots = new Proxy({}, { get: (_, name) => new Slot(String(name)) })

/**
 * A query that is built and compiled once and run many times, each time with other values.
 * For the few hot ones: building a query costs more than running it.
 */
export function once<Values extends object, Row>(
  db: Db,
  build: (values: Values) => Compilable<Row>
): (values: Values) => Promise<Row[]> {
  const query = build(slots as Values).compile()
  const bind = (values: Values) =>
    query.parameters.map(value =>
      value instanceof Slot ? values[value.name as keyof Values] : value
    )
  return async values => (await db.executeQuery<Row>({ ...query, parameters: bind(values) })).rows
}
