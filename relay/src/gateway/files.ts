import { pipeline } from 'node:stream/promises'
import type { Request, Response } from 'express'
import { Type } from 'typebox'
import type { ByteRange } from '../core/files/file-bytes.ts'
import { isShown, mayRun } from '../core/files/sniff.ts'
import type { FileRecord } from '../core/model.ts'
import { Refused } from '../core/refusal.ts'
import { rangeOf } from './byte-range.ts'
import type { FileUrls } from './file-urls.ts'
import { HttpRefusal } from './http-refusal.ts'
import type { Rim } from './rim.ts'
import type { Route } from './route.ts'

const FileQuery = Type.Object({ exp: Type.String(), sig: Type.String() })

/** `GET /v1/files/:id`: a picture or document of a conversation, to whoever has its signed address. */
export function fileRoute(
  { ports, log }: Pick<Rim, 'ports' | 'log'>,
  urls: Pick<FileUrls, 'isGood'>
): Route {
  const answer = async (req: Request, res: Response) => {
    const file = await signedFile(req)
    const range = rangeOf(req.headers.range, file.size)
    if (range === 'none') {
      res.setHeader('Content-Range', `bytes */${file.size}`)
      throw new HttpRefusal(416, 'range', 'The file is shorter than that.')
    }
    const bytes = await ports.files.get(file.id, range)
    if (!bytes) throw new Refused('not_found', 'The file is gone.')
    res.set(headersOf(file))
    setRange(res, file, range)
    // A reader that leaves is no failure of ours. One of the store's cuts the answer off, so that half is not taken for the whole.
    await pipeline(bytes, res).catch(error => {
      if (!req.socket.destroyed)
        log.warn('a file could not be read to its end', { id: file.id, error: String(error) })
      res.destroy()
    })
  }

  const signedFile = async (req: Request): Promise<FileRecord> => {
    const id = String(req.params.id)
    const { exp, sig } = req.query
    if (!urls.isGood(id, String(exp), String(sig))) {
      throw new Refused('forbidden', 'This address of the file has expired. Load the thread again.')
    }
    const file = await ports.store.file(id)
    if (!file) throw new Refused('not_found', 'There is no such file.')
    return file
  }

  return {
    method: 'get',
    path: '/v1/files/{id}',
    summary: 'A file of a conversation, by the signed address that came with it.',
    auth: 'none',
    query: FileQuery,
    replies: { 200: '*/*', 206: '*/*' },
    handlers: [answer]
  }
}

function setRange(res: Response, { size }: FileRecord, range: ByteRange | undefined): void {
  const { first, last } = range ?? { first: 0, last: size - 1 }
  res.setHeader('Content-Length', String(last - first + 1))
  if (!range) return
  res.status(206)
  res.setHeader('Content-Range', `bytes ${first}-${last}/${size}`)
}

/** Nobody knows what people send: only pictures are shown in place, and nothing may run. */
function headersOf({ mime, name }: FileRecord): Record<string, string> {
  const disposition = isShown(mime) ? 'inline' : 'attachment'
  return {
    // Networks that fetch a document want to be told what it is.
    'Content-Type': mayRun(mime) ? 'application/octet-stream' : mime,
    'Accept-Ranges': 'bytes',
    'Content-Disposition': `${disposition}; filename*=UTF-8''${encodeRfc5987(name)}`,
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "default-src 'none'; sandbox",
    // Shown in pages of every site.
    'Cross-Origin-Resource-Policy': 'cross-origin',
    'Cache-Control': 'private, max-age=43200, immutable'
  }
}

/** `encodeURIComponent` leaves some characters that a header's parameter may not hold. */
const encodeRfc5987 = (name: string): string =>
  encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    char => `%${char.charCodeAt(0).toString(16).toUpperCase()}`
  )
