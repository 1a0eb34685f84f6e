import { DatabaseSync } from 'node:sqlite'

/** How long to wait for another connection's lock: a checkpoint, or somebody's backup. */
const BUSY_MS = 5_000

/** PostgreSQL's `lower` knows every alphabet; SQLite's own only A to Z. */
const addLower = (database: DatabaseSync) =>
  database.function('lower', { deterministic: true }, text =>
    typeof text === 'string' ? text.toLowerCase() : text
  )

/** Opens the connection that writes. What it commits is on disk when the call returns. */
export function openWriter(path: string): DatabaseSync {
  const database = new DatabaseSync(path, { timeout: BUSY_MS, enableForeignKeyConstraints: true })
  database.exec('pragma journal_mode = wal')
  database.exec('pragma synchronous = full')
  // macOS has its own word for "really on disk"; the others ignore it.
  database.exec('pragma fullfsync = on')
  addLower(database)
  return database
}

/** Opens a connection that only reads, and sees only what is committed. */
export function openReader(path: string): DatabaseSync {
  const database = new DatabaseSync(path, { timeout: BUSY_MS, readOnly: true })
  addLower(database)
  return database
}
