import type { IncomingMessage } from 'node:http'
import { Refused } from '../core/refusal.ts'
import { HttpRefusal } from './http-refusal.ts'

/** What to say to a body above a limit. */
export const tooLarge = (limit: number) =>
  new HttpRefusal(413, 'too_large', `The body is larger than ${limit} bytes.`)

/** @throws {HttpRefusal} 415 when the body is compressed */
export function refuseEncoded({ headers }: IncomingMessage): void {
  const encoding = headers['content-encoding']
  if (!encoding || encoding === 'identity') return
  throw new HttpRefusal(415, 'encoding', 'Send the body without compression.')
}

/** What a body says it is, in lower case and without parameters. */
export const bareTypeOf = ({ headers }: IncomingMessage): string =>
  (headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase()

/**
 * The body of a request, as it came.
 *
 * @throws {HttpRefusal} 413 above `limit` bytes, 415 when it is compressed
 */
export function readBody(req: IncomingMessage, limit: number): Promise<Buffer> {
  try {
    refuseEncoded(req)
  } catch (error) {
    return Promise.reject(error)
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
      req.off('close', breakOff)
      finish()
    }
    const breakOff = () => settle(() => reject(new Refused('invalid', 'The body broke off.')))
    const keep = (chunk: Buffer) => {
      size += chunk.length
      if (size <= limit) return chunks.push(chunk)
      settle(() => reject(tooLarge(limit)))
      // The rest is read and dropped, so that the answer reaches whoever is still sending.
      return req.resume()
    }
    req.on('data', keep)
    req.once('end', () => settle(() => resolve(Buffer.concat(chunks, size))))
    req.once('close', breakOff)
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
