import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { sign } from 'aws4'
import { listen } from './listen.ts'

/** What opens the double. */
export const S3_KEYS = { accessKeyId: 'AKIATESTTESTTEST', secretAccessKey: 'a/secret+of/the+test' }
export const S3_REGION = 'eu-north-1'
export const S3_BUCKET = 'our-files'

/** What happens to one call instead of what should. */
export type S3Fault =
  /** Refused, with S3's own code. */
  | { status: number; code: string }
  /** Never answered; or answered up to so many bytes of the body, and then silent, or cut off. */
  | 'hang'
  | { silentAfter: number }
  | { cutAfter: number }
  /** Answered in pieces, so many milliseconds apart. */
  | { pieceEveryMs: number }

/** A store that speaks S3's wire, and takes nobody's word for a signature. */
export interface S3Double {
  url: string
  objects: Map<string, Buffer>
  /** `PUT /our-files/a/b`, refused ones too. */
  calls: string[]
  /** What the next calls meet, one each. */
  fail(...faults: S3Fault[]): void
  close(): Promise<void>
}

export async function startS3(): Promise<S3Double> {
  const objects = new Map<string, Buffer>()
  const calls: string[] = []
  const faults: S3Fault[] = []

  const server = createServer(async (req, res) => {
    calls.push(`${req.method} ${req.url}`)
    const fault = faults.shift()
    const body = await buffer(req).catch(() => undefined)
    if (!body || fault === 'hang') return
    if (fault && 'status' in fault) return refuse(res, fault.status, fault.code)
    const wrong = whatIsWrong(req, body)
    if (wrong) return refuse(res, ...wrong)
    const key = req.url!.slice(S3_BUCKET.length + 2)
    if (req.method === 'PUT') {
      objects.set(key, body)
      return void res.writeHead(200, { etag: '"x"' }).end()
    }
    if (req.method === 'DELETE') {
      objects.delete(key)
      return void res.writeHead(204).end()
    }
    const object = objects.get(key)
    if (!object) return refuse(res, 404, 'NoSuchKey')
    return give(req, res, { object, fault })
  })
  const { url, close } = await listen(server)

  return {
    url,
    objects,
    calls,
    fail: (...next) => void faults.push(...next),
    close
  }
}

function refuse(res: ServerResponse, status: number, code: string): void {
  const xml = `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>No.</Message></Error>`
  res.writeHead(status, { 'content-type': 'application/xml' }).end(xml)
}

/** Checked by another implementation of Signature Version 4 than the one that signed. */
function whatIsWrong(req: IncomingMessage, body: Buffer): [number, string] | undefined {
  const { authorization = '', 'x-amz-content-sha256': claimed = '' } = req.headers
  const signed = /SignedHeaders=([^,]+)/.exec(authorization)?.[1]?.split(';') ?? []
  if (!['host', 'x-amz-date', 'x-amz-content-sha256'].every(name => signed.includes(name))) {
    return [403, 'AccessDenied']
  }
  const { headers } = sign(
    {
      ...{ method: req.method!, path: req.url!, host: req.headers.host!, service: 's3' },
      region: S3_REGION,
      headers: Object.fromEntries(signed.map(name => [name, String(req.headers[name])]))
    },
    S3_KEYS
  )
  const signatureOf = (header: string | undefined) => /Signature=(\w+)/.exec(header ?? '')?.[1]
  if (signatureOf(headers.Authorization) !== signatureOf(authorization)) {
    return [403, 'SignatureDoesNotMatch']
  }
  if (req.method !== 'PUT') return undefined
  if (req.headers['content-length'] === undefined) return [411, 'MissingContentLength']
  const hash = createHash('sha256').update(body).digest('hex')
  return hash === claimed ? undefined : [400, 'XAmzContentSHA256Mismatch']
}

async function give(
  req: IncomingMessage,
  res: ServerResponse,
  { object, fault }: { object: Buffer; fault: S3Fault | undefined }
): Promise<void> {
  const range = /^bytes=(\d+)-(\d+)$/.exec(req.headers.range ?? '')
  const [first, last] = range ? [Number(range[1]), Number(range[2])] : [0, object.length - 1]
  const part = object.subarray(first, last + 1)
  res.writeHead(range ? 206 : 200, {
    'content-length': part.length,
    ...(range && { 'content-range': `bytes ${first}-${last}/${object.length}` })
  })
  if (!fault || typeof fault === 'string' || 'status' in fault) return void res.end(part)
  if ('pieceEveryMs' in fault) {
    for (let at = 0; at < part.length; at += Math.ceil(part.length / 5)) {
      res.write(part.subarray(at, at + Math.ceil(part.length / 5)))
      await new Promise(resolve => setTimeout(resolve, fault.pieceEveryMs))
    }
    return void res.end()
  }
  const upTo = 'cutAfter' in fault ? fault.cutAfter : fault.silentAfter
  res.write(part.subarray(0, upTo), () => 'cutAfter' in fault && res.destroy())
}
