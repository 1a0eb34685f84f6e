import type { Request, Response } from 'express'
import { Type } from 'typebox'
import type { FileRecord } from '../core/model.ts'
import { Refused } from '../core/refusal.ts'
import type { FileUrls } from './file-urls.ts'
import type { Rim } from './rim.ts'
import type { Route } from './route.ts'
import { isShown } from './sniff.ts'

const FileQuery = Type.Object({ exp: Type.String(), sig: Type.String() })

/** `GET /v1/files/:id`: a picture or document of a conversation, to whoever has its signed address. */
export function fileRoute({ ports }: Pick<Rim, 'ports'>, urls: Pick<FileUrls, 'isGood'>): Route {
  const answer = async (req: Request, res: Response) => {
    const id = String(req.params.id)
    const { exp, sig } = req.query
    if (!urls.isGood(id, String(exp), String(sig))) {
      throw new Refused('forbidden', 'This address of the file has expired. Load the thread again.')
    }
    const file = await ports.store.file(id)
    if (!file) throw new Refused('not_found', 'There is no such file.')
    const bytes = await ports.files.get(id)
    res.set(headersOf(file)).end(bytes)
  }
  return {
    method: 'get',
    path: '/v1/files/{id}',
    summary: 'A file of a conversation, by the signed address that came with it.',
    auth: 'none',
    query: FileQuery,
    replies: { 200: '*/*' },
    handlers: [answer]
  }
}

/** Nobody knows what people send: only pictures are shown in place, and nothing may run. */
function headersOf({ mime, name, size }: FileRecord): Record<string, string> {
  const disposition = isShown(mime) ? 'inline' : 'attachment'
  return {
    'Content-Type': isShown(mime) ? mime : 'application/octet-stream',
    'Content-Length': String(size),
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
