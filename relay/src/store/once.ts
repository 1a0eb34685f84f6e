import type { Compilable } from 'kysely'
import type { Db } from './schema.ts'

/** Marks what stands in a compiled query for a value that each run brings: the value's name. */
const slot = Symbol('slot')

const slots = new Proxy({}, { get: (_, name) => ({ [slot]: name }) })

const isSlot = (value: unknown): value is { [slot]: string } =>
  typeof value === 'object' && value !== null && slot in value

/**
 * A query that is built and compiled once and run many times, each time with other values.
 * For the hot ones: building a query costs more than running it. `build` may use each value
 * as a parameter and nothing else, for it does not know any.
 */
export function once<Values extends object, Row>(
  db: Db,
  build: (values: Values) => Compilable<Row>
): (values: Values) => Promise<Row[]> {
  const { sql, bind } = compile(build)
  return values => db.runCompiled<Row>(sql, bind(values))
}

/** Like `once`, for a query that gives no rows back and is run for many values in a row: says how many rows each changed. */
export function onceForEach<Values extends object>(
  db: Db,
  build: (values: Values) => Compilable<unknown>
): (many: readonly Values[]) => Promise<number[]> {
  const { sql, bind } = compile(build)
  return many => db.changeForEach(sql, many.map(bind))
}

function compile<Values extends object>(build: (values: Values) => Compilable<unknown>) {
  const { sql, parameters } = build(slots as Values).compile()
  const bind = (values: Values) =>
    parameters.map(value => (isSlot(value) ? values[value[slot] as keyof Values] : value))
  return { sql, bind }
}
