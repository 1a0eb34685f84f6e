import { commit } from '../commit.ts'
import type { FileRecord } from '../model.ts'
import type { Ports } from '../ports.ts'
import { Refused } from '../refusal.ts'
import { withoutNotes } from './notes/without-notes.ts'

const HOUR_MS = 3_600_000

/** How much one visitor may bring in an hour. */
export interface Allowance {
  count: number
  bytes: number
}

export interface Brought extends Pick<FileRecord, 'site' | 'name' | 'mime' | 'owner'> {
  bytes: AsyncIterable<Uint8Array>
  /** What the owner may bring. Agents may bring what they like. */
  allowance?: Allowance
}

/**
 * Keeps a file that somebody means to send, a picture without the notes its camera made. When this resolves its bytes and its record are on disk.
 *
 * @throws {Refused} `too_many` when the visitor has brought too much already, `invalid` when it is empty, or a picture that is none
 */
export async function keepFile(ports: Ports, brought: Brought): Promise<FileRecord> {
  const { site, name, mime, owner } = brought
  await checkAllowance(ports, brought, 0)
  const id = ports.random.id()
  let size = 0
  await ports.files.put(
    id,
    counted(withoutNotes(mime, brought.bytes), more => {
      size += more
    })
  )
  const file: FileRecord = { id, site, name, mime, size, owner, message: null, at: ports.now() }
  try {
    if (size === 0) throw new Refused('invalid', 'The file is empty.')
    // Again: others may have come in beside it meanwhile.
    await checkAllowance(ports, brought, size)
    await commit(ports, ({ tx }) => tx.addFile(file))
    return file
  } catch (error) {
    await ports.files.delete(id)
    throw error
  }
}

async function* counted(
  bytes: AsyncIterable<Uint8Array>,
  count: (more: number) => void
): AsyncIterable<Uint8Array> {
  for await (const chunk of bytes) {
    count(chunk.byteLength)
    yield chunk
  }
}

async function checkAllowance(
  { store, now }: Ports,
  { owner, allowance }: Brought,
  size: number
): Promise<void> {
  if (!owner || !allowance) return
  const { count, bytes } = await store.filesBrought(owner, now() - HOUR_MS)
  if (count < allowance.count && bytes + size <= allowance.bytes) return
  throw new Refused('too_many', 'That is a lot of files in an hour. Try again later.')
}
