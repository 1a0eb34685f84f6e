import { createHash, randomUUID } from 'node:crypto'
import { openAsBlob } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Bytes that are known whole, their hash, and that can be read as often as it takes. */
export interface Spooled {
  blob: Blob
  /** In hex. */
  sha256: string
  remove(): Promise<void>
}

/** Writes a stream to a file of the moment. Nothing is left of one that breaks off. */
export async function spool(bytes: Uint8Array | AsyncIterable<Uint8Array>): Promise<Spooled> {
  const path = join(tmpdir(), `segue-upload-${randomUUID()}`)
  const hash = createHash('sha256')
  const file = await open(path, 'wx', 0o600)
  const remove = () => rm(path, { force: true })
  try {
    await file.writeFile(hashed(bytes instanceof Uint8Array ? [bytes] : bytes, hash))
  } catch (error) {
    await remove()
    throw error
  } finally {
    await file.close()
  }
  return { blob: await openAsBlob(path), sha256: hash.digest('hex'), remove }
}

async function* hashed(
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  hash: ReturnType<typeof createHash>
) {
  for await (const piece of bytes) {
    hash.update(piece)
    yield piece
  }
}
