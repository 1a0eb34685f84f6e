import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Files } from '../../core/files/file-bytes.ts'
import { checkFileId } from './file-id.ts'

/** Where files are written before they have their name. */
const UNFINISHED = 'unfinished'

const DAY_MS = 24 * 3_600_000

/** Ids begin with the time, so their hashes are what spreads them: a folder of a million names is slow everywhere. */
const shardOf = (id: string): string => createHash('sha256').update(id).digest('hex').slice(0, 2)

/** Writes, and waits until the bytes are on disk. */
async function writeThrough(path: string, bytes: Uint8Array | AsyncIterable<Uint8Array>) {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** A new name in a directory is on disk only once the directory is. */
async function syncDirectory(dir: string) {
  const handle = await open(dir, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const isMissing = (error: unknown) => Object(error).code === 'ENOENT'

/** What a relay that died has left half written. A younger one may belong to another relay that shares the folder. */
async function sweep(dir: string) {
  for (const name of await readdir(dir)) {
    const path = join(dir, name)
    const age = await stat(path).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => 0
    )
    if (age > DAY_MS) await rm(path, { force: true })
  }
}

/** Keeps files in a folder, which is made when it is not there. A file is there whole, or not at all. */
export async function openLocalFiles(dir: string): Promise<Files> {
  const unfinished = join(dir, UNFINISHED)
  await mkdir(unfinished, { recursive: true, mode: 0o700 })
  await sweep(unfinished)
  const pathOf = (id: string) => join(dir, shardOf(checkFileId(id)), id)

  return {
    async put(id, bytes) {
      const path = pathOf(id)
      const draft = join(unfinished, randomUUID())
      try {
        await writeThrough(draft, bytes)
        const shard = join(dir, shardOf(id))
        const made = await mkdir(shard, { recursive: true, mode: 0o700 })
        if (made) await syncDirectory(dir)
        await rename(draft, path)
        await syncDirectory(shard)
      } catch (error) {
        await rm(draft, { force: true })
        throw error
      }
    },

    async get(id, range) {
      try {
        const file = await open(pathOf(id), 'r')
        return file.createReadStream(range && { start: range.first, end: range.last })
      } catch (error) {
        if (isMissing(error)) return undefined
        throw error
      }
    },

    async delete(id) {
      await rm(pathOf(id), { force: true })
    }
  }
}
