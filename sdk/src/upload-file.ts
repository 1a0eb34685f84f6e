import type { UploadOptions } from './chat.ts'
import type { FileRef } from './protocol/entry.ts'
import type { ApiError } from './protocol/page-api.ts'
import { RelayError } from './relay-error.ts'
import type { SessionKeeper } from './session.ts'

interface Uploading {
  relay: string
  session: Pick<SessionKeeper, 'token' | 'expire'>
}

/**
 * Uploads one file in the visitor's name. A refused token is replaced, once; everything else is the visitor's to try again.
 *
 * @throws {RelayError} `unreachable`, `aborted`, or the relay's own code
 */
export async function uploadFile(
  { relay, session }: Uploading,
  file: File,
  options: UploadOptions = {}
): Promise<FileRef> {
  const url = `${relay}/v1/files?name=${encodeURIComponent(file.name.toWellFormed())}`
  const attempt = async () => post(url, await session.token(), { file, ...options })
  return attempt().catch((error: RelayError) => {
    if (error.status !== 401) throw error
    session.expire()
    return attempt()
  })
}

/**
 * Not with `fetch`, nor so with ky: a body tells how far it is only as a stream, which browsers send over
 * HTTP/2 alone (Chromium), or not at all (Firefox, Safari). XMLHttpRequest has told it everywhere since 2012.
 */
function post(
  url: string,
  token: string,
  { file, progress, signal }: UploadOptions & { file: File }
): Promise<FileRef> {
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest()
    const fail = (code: string, message: string) => () => reject(new RelayError(code, message))
    const abort = () => call.abort()
    call.open('POST', url)
    call.setRequestHeader('authorization', `Bearer ${token}`)
    call.upload.onprogress = ({ loaded, total }) => progress?.(total ? loaded / total : 0)
    call.onerror = fail('unreachable', 'The relay could not be reached.')
    call.onabort = fail('aborted', 'The upload was ended.')
    call.onload = () => {
      const answer = parsed(call.responseText)
      if (call.status === 201) resolve(answer as FileRef)
      else reject(refusalOf(call.status, answer))
    }
    call.onloadend = () => signal?.removeEventListener('abort', abort)
    if (signal?.aborted) return void call.onabort(new ProgressEvent('abort'))
    signal?.addEventListener('abort', abort)
    call.send(file)
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // A proxy answers with what is no JSON.
    return undefined
  }
}

function refusalOf(status: number, answer: unknown): RelayError {
  const { code, message }: Partial<ApiError['error']> = Object(Object(answer).error)
  return new RelayError(code ?? `http_${status}`, message ?? `HTTP ${status}`, { status })
}
