import type { Outcome } from '../core/channel.ts'
import { type Fields, readFields } from './provider-json.ts'
import { readLimited } from './read-limited.ts'
import { readRetryAfter } from './retry-after.ts'

/** What a provider answered, whatever it was. */
export interface Answer {
  kind: 'answer'
  status: number
  /** No fields when the body was not a JSON object. */
  body: Fields
  retryAfterMs?: number
}

type Lost = Extract<Outcome, { kind: 'unreachable' | 'unknown' }>

/** One call that is not safe to repeat. */
export interface ProviderCall {
  headers: Record<string, string>
  body: string
  timeoutMs: number
}

const MAX_ANSWER_BYTES = 256 * 1024

/**
 * Posts once and says how it ended: an answer, or no answer, and then whether the call can have arrived.
 * Redirects are an answer: following one would send the call, and the token, somewhere else.
 */
export async function sendToProvider(
  url: string,
  { headers, body, timeoutMs }: ProviderCall
): Promise<Answer | Lost> {
  try {
    const signal = AbortSignal.timeout(timeoutMs)
    const init = { method: 'POST', headers, body, signal, redirect: 'manual' } as const
    const response = await fetch(url, init)
    const bytes = await readLimited(response, MAX_ANSWER_BYTES)
    const retryAfterMs = readRetryAfter(response.headers)
    return {
      kind: 'answer',
      status: response.status,
      body: readFields(new TextDecoder().decode(bytes)),
      ...(retryAfterMs !== undefined && { retryAfterMs })
    }
  } catch (error) {
    return lostBy(error)
  }
}

function lostBy(error: unknown): Lost {
  const cause = error instanceof TypeError ? error.cause : error
  const code = codeOf(cause) || (error instanceof Error ? error.name : 'error')
  return neverLeft(cause)
    ? { kind: 'unreachable', reason: { code, text: 'The network could not be reached.' } }
    : {
        kind: 'unknown',
        reason: {
          code,
          text: 'The network did not answer: nobody can tell whether it got the message.'
        }
      }
}

// A timeout's code is the number of a DOMException and says nothing: its name does.
const codeOf = (cause: unknown): string =>
  cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : ''

/** TLS never came up, so nothing was said over it. */
const TLS_CODES = new Set([
  'EPROTO',
  'ERR_SSL_WRONG_VERSION_NUMBER',
  'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION',
  'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'ERR_TLS_HANDSHAKE_TIMEOUT',
  'HOSTNAME_MISMATCH',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE'
])

/** Whether the failure came before the first byte of the call was written. In doubt: no. */
function neverLeft(cause: unknown): boolean {
  // Several addresses of one host were tried.
  if (cause instanceof AggregateError) return cause.errors.every(neverLeft)
  if (!(cause instanceof Error)) return false
  const syscall = 'syscall' in cause ? cause.syscall : undefined
  if (syscall === 'connect' || syscall === 'getaddrinfo') return true
  const code = codeOf(cause)
  if (code === 'UND_ERR_CONNECT_TIMEOUT' || code.startsWith('CERT_')) return true
  // Node gives this the code of any reset.
  if (cause.message.includes('before secure TLS connection')) return true
  return TLS_CODES.has(code)
}
