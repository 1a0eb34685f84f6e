/**
 * Why a socket was closed, named once for both sides.
 *
 * `retry: false` means that coming back with the same hello cannot work.
 * 1001 and 1012 are the standard's own codes; 4000–4999 are ours (RFC 6455 §7.4.2).
 */
export const closeCodes = {
  /** The client said something that is not in the protocol. */
  badFrame: { code: 4400, retry: false },
  /** The token is missing, expired or not ours: get a new one, then come back. */
  unauthorized: { code: 4401, retry: true },
  /** This page's origin is not among the site's. */
  forbidden: { code: 4403, retry: false },
  /** No protocol version in common. */
  noCommonVersion: { code: 4406, retry: false },
  /** No hello in time, or no sign of life. */
  timeout: { code: 4408, retry: true },
  /** A frame above the size limit. */
  tooLarge: { code: 4413, retry: false },
  /** Too many frames, or too many connections: come back later. */
  tooMany: { code: 4429, retry: true },
  /** The client does not read what it is sent; it catches up by `since` when it is back. */
  slow: { code: 4430, retry: true },
  /** The relay is restarting. */
  restarting: { code: 1012, retry: true }
} as const

export type CloseReason = keyof typeof closeCodes

const FATAL = new Set<number>(
  Object.values(closeCodes)
    .filter(({ retry }) => !retry)
    .map(({ code }) => code)
)

/** Whether a client should come back after this close code. Unknown codes are worth another try. */
export const mayRetry = (code: number): boolean => !FATAL.has(code)
