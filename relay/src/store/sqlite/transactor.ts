import type { Connection } from './connection.ts'
import type { Transactor } from './group-commit.ts'

/** The transaction commands in SQLite's words. */
export const transactor = (connection: Connection): Transactor => ({
  begin: () => void connection.run('begin immediate'),
  commit: () => void connection.run('commit'),
  rollback: () => void connection.run('rollback'),
  mark() {
    connection.run('savepoint work')
    connection.forget()
  },
  keep() {
    // As in PostgreSQL, a work in which a statement failed is lost, even when it caught the error:
    // half of an append could have been done.
    const { failure } = connection
    if (failure) {
      const message = 'A statement of this transaction failed, so nothing of it was kept.'
      throw new Error(message, { cause: failure })
    }
    connection.run('release work')
  },
  undo() {
    connection.run('rollback to work')
    connection.run('release work')
  },
  look() {
    const { failure, hasWritten } = connection
    connection.forget()
    if (failure) return 'failed'
    return hasWritten ? 'written' : 'nothing'
  },
  stands: () => connection.inTransaction()
})
