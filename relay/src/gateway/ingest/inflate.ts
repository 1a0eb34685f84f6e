import { promisify } from 'node:util'
import { brotliDecompress, gunzip, inflate, inflateRaw } from 'node:zlib'
import { Refused } from '../../core/refusal.ts'
import { HttpRefusal } from '../http-refusal.ts'

type Unpack = (packed: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>

const unpackers = {
  gzip: promisify(gunzip) as Unpack,
  zlib: promisify(inflate) as Unpack,
  deflate: promisify(inflateRaw) as Unpack,
  br: promisify(brotliDecompress) as Unpack
}

/**
 * A body without its compression. What the bytes show counts before what the headers say: RudderStack's Node client
 * calls its gzip a form, and some proxies unpack without saying so.
 *
 * @throws {HttpRefusal} 413 above `limit` bytes, without unpacking more than that; 415 for a compression we do not know
 * @throws {Refused} `invalid` when it cannot be unpacked
 */
export async function inflateBody(
  body: Buffer,
  encoding: string | undefined,
  limit: number
): Promise<Buffer> {
  const unpack = unpackerOf(body, encoding?.trim().toLowerCase() ?? '')
  if (!unpack) return body
  try {
    return await unpack(body, { maxOutputLength: limit })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') {
      throw new HttpRefusal(413, 'too_large', `The unpacked body is larger than ${limit} bytes.`)
    }
    throw new Refused('invalid', 'The body is not compressed as it says.')
  }
}

function unpackerOf(body: Buffer, encoding: string): Unpack | undefined {
  if (body[0] === 0x1f && body[1] === 0x8b) return unpackers.gzip
  switch (encoding) {
    case '':
    case 'identity':
    case 'gzip':
    case 'x-gzip':
      return undefined
    case 'deflate':
      // By the standard it has zlib's header; some senders leave that out.
      return body[0] === 0x78 ? unpackers.zlib : unpackers.deflate
    case 'br':
      return unpackers.br
    default:
      throw new HttpRefusal(415, 'encoding', 'Compress the body with gzip, deflate or br, or not.')
  }
}
