import type { IncomingMessage } from 'node:http'
import { Refused } from '../core/refusal.ts'
import { HttpRefusal } from './http-refusal.ts'

const tooLarge = (limit: number) =>
  new HttpRefusal(413, 'too_large', `The body is larger than ${limit} bytes.`)

/**
 * The body of a request, as it came.
 *
 * @throws {HttpRefusal} 413 above `limit` bytes, 415 when it is compressed
 */
export function readBody(req: IncomingMessage, limit: number): Promise<Buffer> {
  const encoding = req.headers['content-encoding']
  if (encoding && encoding !== 'identity') {
    return Promise.reject(new HttpRefusal(415, 'encoding', 'Send the body without compression.'))
  }
  return readBytes(req, limit)
}

/** The bytes of a request, compressed or not. @throws {HttpRefusal} 413 above `limit` of them */
export function readBytes(req: IncomingMessage, limit: number): Promise<Buffer> {
  if (Number(req.headers['content-length'] ?? 0) > limit) return Promise.reject(tooLarge(limit))
  return collect(req, limit)
}

function collect(req: IncomingMessage, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    const settle = (finish: () => void) => {
      req.off('data', keep)
      finish()
    }
    const keep = (chunk: Buffer) => {
      size += chunk.length
      if (size <= limit) return chunks.push(chunk)
      settle(() => reject(tooLarge(limit)))
      // The rest is read and dropped, so that the answer reaches whoever is still sending.
      return req.resume()
    }
    req.on('data', keep)
    req.once('end', () => settle(() => resolve(Buffer.concat(chunks, size))))
    req.once('close', () => settle(() => reject(new Refused('invalid', 'The body broke off.'))))
    req.once('error', error => settle(() => reject(error)))
  })
}

/** The body of a request, as JSON. @throws {Refused} `invalid`, {HttpRefusal} 413, 415 */
export async function readJson(req: IncomingMessage, limit: number): Promise<unknown> {
  const body = await readBody(req, limit)
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    throw new Refused('invalid', 'The body is not JSON.')
  }
}
