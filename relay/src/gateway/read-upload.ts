import type { Request } from 'express'
import { sniffMime } from '../core/files/sniff.ts'
import { soundName } from '../core/files/sound-name.ts'
import { isSoundPicture } from '../core/files/sound-picture.ts'
import { Refused } from '../core/refusal.ts'
import { HttpRefusal } from './http-refusal.ts'
import { bareTypeOf, refuseEncoded, tooLarge } from './read-body.ts'

/** So much is looked at before anything is kept. A camera's own notes lie before the size of its picture. */
const HEAD_BYTES = 256 * 1024

/** A file on its way in: what it is, and its bytes, which have not been read to their end. */
export interface Upload {
  name: string
  mime: string
  bytes: AsyncIterable<Uint8Array>
}

/**
 * Looks at the beginning of a body that is a file. Its name and what it says it is are believed only as far as they do no harm.
 *
 * @throws {HttpRefusal} 413 above `maxBytes`, then or while the bytes are read; 415 for compression, and for a kind that is not taken
 * @throws {Refused} `invalid` for a picture that is none
 */
export async function readUpload(
  req: Request,
  name: unknown,
  { maxBytes, kinds }: { maxBytes: number; kinds?: readonly string[] }
): Promise<Upload> {
  refuseEncoded(req)
  if (Number(req.headers['content-length'] ?? 0) > maxBytes) throw tooLarge(maxBytes)
  const pieces = capped(req, maxBytes)
  drainAfterAnswer(req, pieces)
  const head = await readHead(pieces)
  const mime = sniffMime(head, bareTypeOf(req))
  if (kinds && !kinds.includes(mime)) {
    throw new HttpRefusal(415, 'kind', `Files of this kind are not taken here: ${mime}.`)
  }
  if (!isSoundPicture(mime, head)) {
    throw new Refused('invalid', 'The picture is broken, or too large to be drawn.')
  }
  return { name: soundName(String(name ?? '')), mime, bytes: joined(head, pieces) }
}

/** The body, up to a limit. The socket is left open, so that a refusal reaches whoever is still sending. */
async function* capped(req: Request, limit: number): AsyncGenerator<Uint8Array> {
  let size = 0
  try {
    for await (const piece of req.iterator({ destroyOnReturn: false })) {
      size += piece.byteLength
      if (size > limit) throw tooLarge(limit)
      yield piece
    }
  } catch (error) {
    if (Object(error).code !== 'ECONNRESET') throw error
    throw new Refused('invalid', 'The body broke off.')
  }
}

/** What nobody has read by the time of the answer is read and dropped: else the connection is stuck with it. */
function drainAfterAnswer(req: Request, pieces: AsyncGenerator<Uint8Array>): void {
  req.res?.once('finish', async () => {
    await pieces.return(undefined).catch(() => {})
    req.resume()
  })
}

async function readHead(pieces: AsyncGenerator<Uint8Array>): Promise<Uint8Array> {
  const head: Uint8Array[] = []
  let size = 0
  while (size < HEAD_BYTES) {
    const { done, value } = await pieces.next()
    if (done) break
    head.push(value)
    size += value.byteLength
  }
  return Buffer.concat(head, size)
}

async function* joined(head: Uint8Array, rest: AsyncGenerator<Uint8Array>) {
  if (head.byteLength > 0) yield head
  yield* rest
}
