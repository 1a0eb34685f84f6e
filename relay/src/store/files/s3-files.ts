import type { ByteRange, Files } from '../../core/files/file-bytes.ts'
import type { S3Settings } from '../../core/files/file-place.ts'
import { checkFileId } from './file-id.ts'
import { checkS3 } from './s3-check.ts'
import { createS3Client, type S3Call, S3Error, type S3Timing } from './s3-client.ts'
import { putS3 } from './s3-put.ts'
import { spool } from './spool.ts'

const TIMING: S3Timing = { answerMs: 30_000, pieceMs: 15_000, retryMs: 200 }

/** A body that breaks off is gone on with where it ended, so often in a row. */
const RESUMES = 3

/** Keeps files in a bucket. Opens nothing before the first call. */
export function openS3Files(settings: S3Settings, timing: Partial<S3Timing> = {}): Files {
  const times = { ...TIMING, ...timing }
  const call = createS3Client(settings, times)

  return {
    check: () => checkS3(settings, times),

    async put(id, bytes) {
      const key = checkFileId(id)
      // The store checks what it got against the hash, and only a body that is known whole can be sent twice.
      const { blob, sha256, remove } = await spool(bytes)
      try {
        await putS3(call, { key, blob, sha256 })
      } finally {
        await remove()
      }
    },

    async get(id, range) {
      const reading = { key: checkFileId(id), range }
      const first = await ask(call, reading)
      return first && readThrough(call, { ...reading, first, pieceMs: times.pieceMs })
    },

    async delete(id) {
      const response = await call({ method: 'DELETE', key: checkFileId(id) })
      await response.body?.cancel()
    }
  }
}

type Call = (call: S3Call) => Promise<Response>

async function ask(
  call: Call,
  { key, range }: { key: string; range?: ByteRange | undefined }
): Promise<Response | undefined> {
  const headers = range ? { range: `bytes=${range.first}-${range.last}` } : undefined
  const response = await call({ method: 'GET', key, ...(headers && { headers }) })
  if (response.status === (range ? 206 : 200)) return response
  await response.body?.cancel()
  if (response.status === 404) return undefined
  throw new S3Error('The file store gave another part than it was asked for.', {
    status: response.status
  })
}

interface Reading {
  key: string
  range: ByteRange | undefined
  first: Response
  pieceMs: number
}

/** The bytes to their end, over as many answers as it takes. */
async function* readThrough(call: Call, { key, range, first, pieceMs }: Reading) {
  const from = range?.first ?? 0
  const last = range?.last ?? from + lengthOf(first) - 1
  let at = from
  let resumes = 0
  let response: Response | undefined = first
  while (response) {
    try {
      for await (const piece of pieces(response, pieceMs)) {
        at += piece.byteLength
        resumes = 0
        yield piece
      }
    } catch (cause) {
      if (resumes === RESUMES) throw new S3Error('The file store broke off.', { cause })
    }
    if (at > last) return
    resumes += 1
    if (resumes > RESUMES) throw new S3Error('The file store broke off.', {})
    response = await ask(call, { key, range: { first: at, last } })
  }
  throw new S3Error('The file went away while it was read.', { status: 404 })
}

/** @throws {S3Error} when the store does not say: then nobody could tell a whole file from half of one */
function lengthOf({ headers }: Response): number {
  const length = headers.get('content-length')
  if (length !== null) return Number(length)
  throw new S3Error('The file store does not say how long the file is.', {})
}

async function* pieces(response: Response, pieceMs: number): AsyncIterable<Uint8Array> {
  const reader = response.body!.getReader()
  try {
    for (;;) {
      const { done, value } = await inTime(reader.read(), pieceMs)
      if (done) return
      yield value
    }
  } finally {
    // Not waited for: a store that hangs would hang this too.
    reader.cancel().catch(() => {})
  }
}

function inTime<T>(promise: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new S3Error('The file store went silent.', {})), ms)
  })
  return Promise.race([promise, late]).finally(() => clearTimeout(timer))
}
