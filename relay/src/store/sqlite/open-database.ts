import { DatabaseSync } from 'node:sqlite'

/** How long to wait for a lock: somebody may be looking at the file with other tools. The event loop waits too. */
const BUSY_MS = 2_000

/** 64 MiB, in SQLite's way of saying kibibytes. Its own 2 MB do not hold the upper part of a big index. */
const CACHE = 'pragma cache_size = -65536'

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
  // In pages of 4 KiB: a busy conversation's pages are written back once, not with every second commit.
  database.exec('pragma wal_autocheckpoint = 4000')
  database.exec(CACHE)
  addLower(database)
  return database
}

/** Opens a connection that only reads, and sees only what is committed. */
export function openReader(path: string): DatabaseSync {
  const database = new DatabaseSync(path, { timeout: BUSY_MS, readOnly: true })
  database.exec(CACHE)
  addLower(database)
  return database
}
