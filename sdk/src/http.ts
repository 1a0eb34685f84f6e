import ky, { HTTPError, type Options } from 'ky'
import type { CallOptions } from './call.ts'
import type { ApiError } from './protocol/page-api.ts'
import { RelayError, unreachable } from './relay-error.ts'

/** What a call does once the HTTP client is there. @throws {RelayError} */
export async function callRelay<Reply>(
  { world, relay, signal }: CallOptions,
  path: string,
  options?: Options
): Promise<Reply> {
  const { fetch } = world
  const always: Options = { method: 'post', fetch, signal, credentials: 'omit', retry: 0 }
  return ky(`${relay}/v1/${path}`, { ...always, ...options })
    .text()
    .then(text => (text ? JSON.parse(text) : undefined)) // not json(): an empty answer is no mistake
    .catch(refuse)
}

async function refuse(cause: unknown): Promise<never> {
  if (!(cause instanceof HTTPError)) return unreachable(cause)
  const { status } = cause.response
  // A proxy answers with what is no JSON, or no error of ours.
  const answer: unknown = await cause.response.json().catch(() => undefined)
  const { code, message }: Partial<ApiError['error']> = Object(Object(answer).error)
  throw new RelayError(code ?? `http_${status}`, message ?? `HTTP ${status}`, { cause, status })
}
