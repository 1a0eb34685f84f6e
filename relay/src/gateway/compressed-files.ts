import { readFile, stat } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress } from 'node:zlib'
import type { RequestHandler, Response } from 'express'

const compress = promisify(brotliCompress)

const TEXT = new Set(['.js', '.css', '.html', '.svg'])

interface Packed {
  bytes: Buffer
  etag: string
}

/**
 * Serves the text files of a folder in Brotli to browsers that take it, and leaves every other request to what comes next.
 * Each is compressed once, as hard as can be, and kept: the folders hold a build, not what people upload.
 */
export function compressedFiles(
  folder: string,
  setHeaders: (res: Response, path: string) => void
): RequestHandler {
  const packed = new Map<string, Promise<Packed>>()

  const pack = async (path: string): Promise<Packed | undefined> => {
    const found = await stat(path).catch(() => undefined)
    if (!found?.isFile()) return undefined
    // A new build of the same name is another file.
    const key = `${path} ${found.mtimeMs} ${found.size}`
    const known = packed.get(key) ?? compressFile(path, found.mtimeMs)
    packed.set(key, known)
    return known
  }

  return async (req, res, next) => {
    const path = join(folder, req.path.endsWith('/') ? `${req.path}index.html` : req.path)
    const isOurs = path.startsWith(folder + sep) && TEXT.has(extname(path)) && req.method === 'GET'
    if (!isOurs) return next()
    res.vary('Accept-Encoding')
    const file = req.acceptsEncodings('br') ? await pack(path) : undefined
    if (!file) return next()
    setHeaders(res, path)
    res.set('ETag', file.etag).type(extname(path))
    if (req.fresh) return void res.status(304).end()
    return void res.set('Content-Encoding', 'br').end(file.bytes)
  }
}

async function compressFile(path: string, mtimeMs: number): Promise<Packed> {
  const bytes = await compress(await readFile(path))
  return { bytes, etag: `"${bytes.length.toString(16)}-${mtimeMs.toString(16)}-br"` }
}
