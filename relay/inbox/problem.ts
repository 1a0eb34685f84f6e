import type { ApiError } from '@segue/sdk/protocol'
import { isHTTPError } from 'ky'
import { t } from './strings.ts'

/** Why something did not work, ready to be shown. */
export interface Problem {
  /** The relay's own code, `unreachable` when it never answered, or `unexpected`. */
  code: string
  message: string
  /** Whether the same call may work later as it is. */
  passes: boolean
}

const isApiError = (data: unknown): data is ApiError =>
  typeof (data as Partial<ApiError> | undefined)?.error?.message === 'string'

/** What a failed call means. */
export function problemOf(error: unknown): Problem {
  if (!isHTTPError(error)) {
    return { code: 'unreachable', message: t.problem.unreachable, passes: true }
  }
  const { status } = error.response
  const passes = status >= 500 || status === 429
  if (isApiError(error.data)) return { ...error.data.error, passes }
  // Not the relay's own words: something between answered in its place.
  return passes
    ? { code: 'unreachable', message: t.problem.unreachable, passes }
    : { code: 'unexpected', message: t.problem.unexpected, passes }
}
