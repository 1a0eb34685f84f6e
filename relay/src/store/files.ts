import { randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Files } from '../core/store.ts'

const checkId = (id: string) => {
  if (!/^[\w-]{1,64}$/.test(id)) throw new Error('A file id is 1 to 64 letters, digits, - or _.')
  return id
}

/** Writes, and waits until the bytes are on disk. */
const writeThrough = async (path: string, bytes: Uint8Array) => {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** A new name in a directory is on disk only once the directory is. */
const syncDirectory = async (dir: string) => {
  const handle = await open(dir, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Keeps files in a directory, which is made when it is not there. A file is there whole, or not at all. */
export async function openFiles(dir: string): Promise<Files> {
  await mkdir(dir, { recursive: true, mode: 0o700 })
  return {
    async put(id, bytes) {
      const path = join(dir, checkId(id))
      const unfinished = `${path}.${randomUUID()}`
      try {
        await writeThrough(unfinished, bytes)
        await rename(unfinished, path)
      } catch (error) {
        await rm(unfinished, { force: true })
        throw error
      }
      await syncDirectory(dir)
    },

    async get(id) {
      const bytes = await readFile(join(dir, checkId(id))).catch(error => {
        throw new Error(`There is no file ${id} in the store.`, { cause: error })
      })
      return new Uint8Array(bytes)
    }
  }
}
