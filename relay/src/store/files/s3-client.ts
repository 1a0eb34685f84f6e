import { AwsClient } from 'aws4fetch'
import type { S3Settings } from '../../core/files/file-place.ts'

/** How long things may take. Tests shorten them. */
export interface S3Timing {
  /** For one answer to begin, in milliseconds. */
  answerMs: number
  /** Between two pieces of a body, in milliseconds. */
  pieceMs: number
  /** Before the second try; each further one waits twice as long. */
  retryMs: number
  /** @default 4 */
  tries?: number
}

/** What S3 refused, or could not do. `status` is 0 when there was no answer. */
export class S3Error extends Error {
  override name = 'S3Error' as const
  readonly status: number
  readonly code: string

  constructor(
    message: string,
    { status = 0, code = '', cause }: { status?: number; code?: string; cause?: unknown }
  ) {
    super(message, { cause })
    this.status = status
    this.code = code
  }
}

export interface S3Call {
  method: 'GET' | 'PUT' | 'DELETE'
  /** The object's name, without the prefix. */
  key: string
  headers?: Record<string, string>
  /** A `Blob`, because a try that failed is made again with the same body. */
  body?: Blob
}

const TRIES = 4

const wait = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

/** Makes signed calls, and makes one again when the store stumbles: no answer, too much at once, or a 5xx. */
export function createS3Client(
  settings: S3Settings,
  { answerMs, retryMs, tries = TRIES }: S3Timing
) {
  const { accessKeyId, secretAccessKey, region = 'us-east-1' } = settings
  const aws = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3' })
  const base = baseOf(settings, region)

  const once = async ({ method, key, headers = {}, body }: S3Call): Promise<Response> => {
    const { url, headers: signed } = await aws.sign(`${base}/${key}`, { method, headers })
    // Packed bytes would have another length than the one we count on. Not signed: proxies change it.
    signed.set('accept-encoding', 'identity')
    const late = new AbortController()
    const timer = setTimeout(() => late.abort(), answerMs)
    const { signal } = late
    try {
      return await fetch(url, {
        ...{ method, headers: signed, signal, redirect: 'manual' },
        ...(body && { body })
      })
    } catch (cause) {
      throw new S3Error(`The file store did not answer a ${method}.`, { cause })
    } finally {
      clearTimeout(timer)
    }
  }

  return async (call: S3Call): Promise<Response> => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await checked(await once(call), call)
      } catch (error) {
        if (attempt === tries || !mayPass(error)) throw error
        await wait(retryMs * 2 ** (attempt - 1) * (0.5 + Math.random()))
      }
    }
  }
}

const mayPass = (error: unknown) =>
  error instanceof S3Error &&
  (error.status === 0 || error.status === 408 || error.status === 429 || error.status >= 500)

async function checked(response: Response, { method }: S3Call): Promise<Response> {
  if (response.ok || response.status === 404) return response
  // Only the code is told on: the rest may name the bucket and its owner.
  const text = await response.text().catch(() => '')
  const code = /<Code>([\w.]{1,60})<\/Code>/.exec(text)?.[1] ?? ''
  const { status } = response
  throw new S3Error(`The file store answered a ${method} with ${status} ${code}.`, { status, code })
}

/** Amazon wants the bucket in the host; others, and names with dots that no certificate covers, in the path. */
function baseOf({ bucket, prefix, endpoint }: S3Settings, region: string): string {
  const amazon = `s3.${region}.amazonaws.com`
  const host = endpoint
    ? `${endpoint.replace(/\/+$/, '')}/${bucket}`
    : bucket.includes('.')
      ? `https://${amazon}/${bucket}`
      : `https://${bucket}.${amazon}`
  return prefix ? `${host}/${prefix}` : host
}
