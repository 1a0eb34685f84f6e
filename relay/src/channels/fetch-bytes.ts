import { bareMime } from './file-name.ts'
import { readLimited } from './read-limited.ts'

/** Largest file we take from a network, in bytes. */
export const MAX_FILE_BYTES = 25 * 1024 * 1024

const MAX_HOPS = 3

/** Where to fetch, and what may be said there. */
export interface FileCall {
  headers: Record<string, string>
  signal: AbortSignal
  /** Whether a URL, the first or one redirected to, may be fetched at all. */
  mayFetch(url: URL): boolean
  /** How often a redirect is followed; the headers, and the secret in them, stay at the first origin. Default: never. */
  hops?: number
}

/**
 * Fetches a file of at most `MAX_FILE_BYTES`.
 *
 * @throws {Error} when it is not there, too large, or lies where it may not be fetched from
 */
export async function fetchBytes(
  url: URL,
  { headers, signal, mayFetch, hops = 0 }: FileCall
): Promise<{ bytes: Uint8Array; mime: string }> {
  if (!mayFetch(url)) throw new Error(`A file on ${url.origin} is not fetched.`)
  const response = await fetch(url, { headers, signal, redirect: 'manual' })
  const location = response.headers.get('location')
  if (location && hops > 0) {
    await response.body?.cancel()
    const next = new URL(location, url)
    const carried = next.origin === url.origin ? headers : {}
    const left = Math.min(hops, MAX_HOPS) - 1
    return fetchBytes(next, { headers: carried, signal, mayFetch, hops: left })
  }
  if (!response.ok) {
    await response.body?.cancel()
    throw new Error(`The network answered ${response.status} when asked for a file.`)
  }
  const bytes = await readLimited(response, MAX_FILE_BYTES)
  return { bytes, mime: bareMime(response.headers.get('content-type') ?? '') }
}
