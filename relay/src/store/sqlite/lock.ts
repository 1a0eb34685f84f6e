import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

const busy = (error: unknown) => error instanceof Error && /database is locked/.test(error.message)

const holderOf = (database: DatabaseSync) => {
  try {
    return database.prepare('select pid from holder').get()?.pid
  } catch {
    return undefined // It has the lock and has not written its name yet.
  }
}

const signIn = (database: DatabaseSync) => {
  database.exec('begin immediate')
  database.exec('create table if not exists holder (pid integer not null)')
  database.exec('delete from holder')
  database.prepare('insert into holder values (?)').run(process.pid)
  database.exec('commit')
}

/**
 * Keeps a second relay off a store's directory, until the undo is called or the process ends, however it ends.
 *
 * The lock is SQLite's own file lock on a small database: it dies with its process, so none is ever left over.
 * Nothing else in this process may open that file: closing any handle of it would drop the lock (POSIX).
 * @throws {Error} naming the directory and the process that holds it.
 */
export function lockDirectory(dir: string): () => void {
  const database = new DatabaseSync(join(dir, 'segue.lock'), { timeout: 0 })
  try {
    signIn(database)
    // A transaction that writes nothing and never ends: others may read who holds it, none may begin one.
    database.exec('begin immediate')
  } catch (error) {
    const holder = busy(error) ? holderOf(database) : undefined
    database.close()
    if (!busy(error)) throw error
    throw new Error(
      `The store in ${dir} is in use by process ${holder ?? 'unknown'}. ` +
        'Stop that relay first, or give this one a directory of its own.',
      { cause: error }
    )
  }
  return () => database.close()
}
