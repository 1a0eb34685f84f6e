import { mkdir, open } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { Kysely, sql } from 'kysely'
import type { Store } from '../../core/store.ts'
import { readErrands } from '../errands.ts'
import { migrate } from '../migrate.ts'
import type { Storage } from '../migrations/storage.ts'
import { readOutbox } from '../outbox.ts'
import { readsOver } from '../reads.ts'
import type { Db, Schema } from '../schema.ts'
import { txOver } from '../tx.ts'
import { type Connection, connect } from './connection.ts'
import { sqliteDialect } from './dialect.ts'
import { groupCommit } from './group-commit.ts'
import { lockDirectory } from './lock.ts'
import { openReader, openWriter } from './open-database.ts'
import { transactor } from './transactor.ts'
import { doWork } from './work.ts'

const storage: Storage = { clustered: table => table.modifyEnd(sql`without rowid`) }

const kysely = (connection: Connection): Db =>
  Object.assign(new Kysely<Schema>({ dialect: sqliteDialect(connection) }), {
    // `async`: a statement that fails must reject, as it does through Kysely.
    runCompiled: async <Row>(text: string, parameters: readonly unknown[]) =>
      connection.run(text, parameters).rows as Row[],
    changeForEach: async (text: string, lists: readonly (readonly unknown[])[]) =>
      lists.map(parameters => Number(connection.run(text, parameters).changes))
  })

/** All or nothing: a kill in the middle of a migration must not leave half of it behind. */
const migrateAtOnce = async (writer: Connection) => {
  writer.run('begin immediate')
  await migrate(kysely(writer), storage)
  writer.run('commit')
}

const openConnections = async (path: string) => {
  const writer = connect(openWriter(path))
  try {
    await migrateAtOnce(writer)
    return { writer, reader: connect(openReader(path)) }
  } catch (error) {
    writer.close()
    throw error
  }
}

const storeOver = (writer: Connection, reader: Connection, unlock: () => void): Store => {
  const group = groupCommit(transactor(writer))
  const tx = txOver(kysely(writer))
  const readable = kysely(reader)
  let closed: Promise<void> | undefined

  const close = async () => {
    await group.drained()
    reader.close()
    writer.close()
    unlock()
  }

  return {
    ...readsOver(readable),
    ...readOutbox(readable),
    ...readErrands(readable),
    async transaction(work) {
      if (closed) throw new Error('The store is closed.')
      return group.transact(() => doWork(tx, work))
    },
    async ready() {
      if (closed) return false
      return sql`select 1`.execute(readable).then(
        () => true,
        () => false
      )
    },
    close: () => (closed ??= close())
  }
}

/** What people said, and their numbers, are not for other users of the machine. SQLite's other files follow this one. */
const makePrivate = async (path: string) => {
  const file = await open(path, 'a', 0o600)
  await file.close()
}

/**
 * Opens the store that lives in a directory, which is made when it is not there.
 *
 * One process at a time has it. @throws {Error} naming the process that does.
 */
export async function openSqliteStore(dir: string): Promise<Store> {
  await mkdir(dir, { recursive: true, mode: 0o700 })
  const unlock = lockDirectory(resolve(dir))
  try {
    const path = join(dir, 'segue.sqlite')
    await makePrivate(path)
    const { writer, reader } = await openConnections(path)
    return storeOver(writer, reader, unlock)
  } catch (error) {
    unlock()
    throw error
  }
}
