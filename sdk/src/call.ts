import type { Options } from 'ky'
import { unreachable } from './relay-error.ts'
import type { World } from './world.ts'

/** One `POST` to the relay's `/v1/`, unless the options say otherwise. @throws {RelayError} */
export type Call = <Reply>(path: string, options?: Options) => Promise<Reply>

export interface CallOptions {
  world: World
  /** Where the relay is, with nothing after its last path segment. */
  relay: string
  /** Ends every call. */
  signal: AbortSignal
}

/** Half of what the first retry waits at most, in milliseconds. */
const FIRST_MS = 500

/** Retries what may pass by itself, with full jitter and as `Retry-After` says. */
const retryWith = ({ random }: World): NonNullable<Options['retry']> => ({
  limit: 2,
  methods: ['get', 'post'],
  statusCodes: [408, 429, 500, 502, 503, 504],
  maxRetryAfter: 30_000,
  delay: attempt => random() * FIRST_MS * 2 ** attempt
})

/** Our only way to speak HTTP. The client is nearly half of all the SDK's bytes: it comes with the first call. */
export const createCall =
  (to: CallOptions): Call =>
  async (path, options) => {
    const { callRelay } = await import('./http.ts').catch(unreachable)
    return callRelay(to, path, { retry: retryWith(to.world), ...options })
  }
