import type { FileRef } from '@segue/sdk/protocol'
import type { Writing } from '../commit.ts'
import type { FileRecord } from '../model.ts'
import { Refused } from '../refusal.ts'

/**
 * The files a message is to carry, by their ids, in this order.
 *
 * @param maySend whether the writer may send this one
 * @throws {Refused} `invalid` for a file that is not there, or is somebody else's: nobody learns which
 */
export async function filesToSend(
  { tx }: Writing,
  ids: readonly string[],
  maySend: (file: FileRecord) => boolean
): Promise<FileRef[]> {
  const files: FileRef[] = []
  for (const [index, id] of ids.entries()) {
    const file = await tx.file(id)
    if (!file || !maySend(file) || files.some(known => known.id === id)) {
      throw new Refused('invalid', 'There is no such file. Upload it first.', `files/${index}`)
    }
    files.push({ id, name: file.name, mime: file.mime, size: file.size })
  }
  return files
}

/** They are part of a message now: nobody else may send them, and upkeep lets them be. */
export async function markSent({ tx }: Writing, files: FileRef[], message: string): Promise<void> {
  for (const { id } of files) {
    const known = await tx.file(id)
    if (known?.message === null) await tx.changeFile(id, { message })
  }
}
