import { request as requestPlain } from 'node:http'
import { request } from 'node:https'
import { lookupOutside } from './push-services.ts'

/** How one call ended: answered, or failed before or after it was written. */
export type Posted = { status: number; retryAfterMs?: number } | { failed: string; isSent: boolean }

const PATIENCE_MS = 15_000

/** Calls a push service once. Redirects are not followed, answers are not read, and nothing inside the network is called. */
export function postOnce(
  endpoint: string,
  {
    headers,
    body,
    anywhere
  }: {
    headers: Readonly<Record<string, string | number>>
    body: Uint8Array
    /** Whether it may lie inside the network, and be called without TLS. */
    anywhere: boolean
  }
): Promise<Posted> {
  const url = new URL(endpoint)
  const call = url.protocol === 'http:' && anywhere ? requestPlain : request
  return new Promise(resolve => {
    let isSent = false
    const req = call(url, {
      method: 'POST',
      headers,
      signal: AbortSignal.timeout(PATIENCE_MS),
      ...(anywhere ? {} : { lookup: lookupOutside })
    })
    req.on('finish', () => {
      isSent = true
    })
    req.on('response', response => {
      response.resume()
      const status = response.statusCode ?? 0
      const retryAfterMs = readRetryAfter(response.headers['retry-after'])
      resolve({ status, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) })
    })
    req.on('error', error => {
      const failed = 'code' in error ? String(error.code) : error.name
      resolve({ failed, isSent })
    })
    req.end(body)
  })
}

/** In seconds, or as a date. */
function readRetryAfter(value: string | undefined): number | undefined {
  if (value === undefined) return undefined
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now()
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined
}
