import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'

/** Statements kept prepared. Far more than there are queries; lists of varying length make the rest. */
const MAX_PREPARED = 500

interface Prepared {
  statement: StatementSync
  /** The names of what it returns; none when it returns no rows. */
  columns: string[]
  /** Whether it only asks. What cannot be told counts as writing. */
  reads: boolean
}

type Row = Record<string, unknown>

export interface Outcome {
  rows: Row[]
  changes: number | bigint
}

/** One open database, with its statements prepared once. */
export interface Connection {
  run(sql: string, parameters?: readonly unknown[]): Outcome
  /** The first statement that failed since `forget`. */
  readonly failure: unknown
  /** Whether anything may have been written since `forget`. */
  readonly hasWritten: boolean
  forget(): void
  /** False when SQLite itself has rolled back, as it does on a full disk. */
  inTransaction(): boolean
  close(): void
}

const prepare = (database: DatabaseSync, sql: string): Prepared => {
  const statement = database.prepare(sql)
  const columns = statement.columns().map(({ name }) => name)
  statement.setReturnArrays(true)
  return { statement, columns, reads: /^\s*select\b/i.test(sql) }
}

/** The objects that `node:sqlite` makes have no prototype, and are the slow kind: ours are ordinary ones. */
const rowOf = (columns: string[], values: unknown[]): Row => {
  const row: Row = {}
  for (let at = 0; at < columns.length; at++) row[columns[at]!] = values[at]
  return row
}

const execute = ({ statement, columns }: Prepared, values: SQLInputValue[]): Outcome => {
  if (columns.length === 0) return { rows: [], changes: statement.run(...values).changes }
  const rows = statement.all(...values) as unknown as unknown[][]
  return { rows: rows.map(row => rowOf(columns, row)), changes: rows.length }
}

export function connect(database: DatabaseSync): Connection {
  const prepared = new Map<string, Prepared>()
  let failure: unknown
  let hasWritten = false
  let closed = false

  const find = (sql: string) => {
    const known = prepared.get(sql)
    if (known) return known
    if (prepared.size >= MAX_PREPARED) prepared.delete(prepared.keys().next().value!)
    const fresh = prepare(database, sql)
    prepared.set(sql, fresh)
    return fresh
  }

  return {
    run(sql, parameters = []) {
      if (closed) throw new Error('The store is closed.')
      try {
        const known = find(sql)
        if (!known.reads) hasWritten = true
        return execute(known, parameters as SQLInputValue[])
      } catch (error) {
        failure ??= error
        throw error
      }
    },
    get failure() {
      return failure
    },
    get hasWritten() {
      return hasWritten
    },
    forget() {
      failure = undefined
      hasWritten = false
    },
    inTransaction: () => database.isTransaction,
    close() {
      closed = true
      database.close()
    }
  }
}
