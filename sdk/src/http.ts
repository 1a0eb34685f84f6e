import type { HTTPError, Options } from 'ky'
import type { ApiError } from './protocol/page-api.ts'
import { RelayError } from './relay-error.ts'
import type { World } from './world.ts'

/** One `POST` to the relay's `/v1/`, unless the options say otherwise. @throws {RelayError} */
export type Call = <Reply>(path: string, options?: Options) => Promise<Reply>

export interface HttpOptions {
  world: World
  /** Where the relay is, with nothing after its last path segment. */
  relay: string
  /** Ends every call. */
  signal: AbortSignal
}

/** Our only way to speak HTTP. Retries what may pass by itself, with full jitter and as `Retry-After` says. */
export function createCall({ world, relay, signal }: HttpOptions): Call {
  const defaults: Options = {
    method: 'post',
    fetch: world.fetch,
    signal,
    credentials: 'omit',
    retry: {
      limit: 2,
      methods: ['get', 'post'],
      statusCodes: [408, 429, 500, 502, 503, 504],
      maxRetryAfter: 30_000,
      jitter: true,
      retryOnTimeout: true
    }
  }
  return async (path, options) => {
    try {
      // A third of all the SDK's bytes, needed by nobody before the first call.
      const { default: ky } = await import('ky')
      // Not json(): an empty answer is no mistake.
      const text = await ky(`${relay}/v1/${path}`, { ...defaults, ...options }).text()
      return text ? JSON.parse(text) : undefined
    } catch (error) {
      throw relayErrorFrom(error)
    }
  }
}

const isRefusal = (cause: unknown): cause is HTTPError =>
  cause instanceof Error && cause.name === 'HTTPError'

function relayErrorFrom(cause: unknown): RelayError {
  if (!isRefusal(cause)) {
    return new RelayError('unreachable', 'The relay could not be reached.', { cause })
  }
  const { status } = cause.response
  const { code, message }: Partial<ApiError['error']> = Object(Object(cause.data).error)
  return new RelayError(code ?? `http_${status}`, message ?? `HTTP ${status}`, { cause, status })
}

/** Whether asking again later may help: no answer, too much at once, or the relay's own trouble. */
export const mayPass = ({ status }: RelayError): boolean =>
  status === 0 || status === 408 || status === 429 || status >= 500
