import {
  type DatabaseConnection,
  type Dialect,
  type Driver,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler
} from 'kysely'
import type { Connection } from './connection.ts'

const refuse = async () => {
  throw new Error('Transactions on this connection belong to the store: use store.transaction().')
}

const overConnection = ({ run }: Connection): DatabaseConnection => ({
  async executeQuery<Row>({ sql, parameters }: { sql: string; parameters: readonly unknown[] }) {
    const { rows, changes } = run(sql, parameters)
    return { rows: rows as Row[], numAffectedRows: BigInt(changes) }
  },
  async *streamQuery() {
    yield await refuse()
  }
})

const driver = (connection: Connection): Driver => {
  const only = overConnection(connection)
  return {
    init: async () => {},
    acquireConnection: async () => only,
    releaseConnection: async () => {},
    beginTransaction: refuse,
    commitTransaction: refuse,
    rollbackTransaction: refuse,
    destroy: async () => connection.close()
  }
}

/** Lets Kysely ask an open SQLite database. */
export const sqliteDialect = (connection: Connection): Dialect => ({
  createDriver: () => driver(connection),
  createAdapter: () => new SqliteAdapter(),
  createQueryCompiler: () => new SqliteQueryCompiler(),
  createIntrospector: db => new SqliteIntrospector(db)
})
