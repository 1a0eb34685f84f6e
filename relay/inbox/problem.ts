import type { ApiError } from '@segue/sdk/protocol'
import { isHTTPError } from 'ky'
import { t } from './strings.ts'

/** Why something did not work, ready to be shown. */
export interface Problem {
  /** The relay's own code, `unreachable` when it never answered, or `unexpected`. */
  code: string
  message: string
}

const isApiError = (data: unknown): data is ApiError =>
  typeof (data as Partial<ApiError> | undefined)?.error?.message === 'string'

/**
 * What a failed call means. An answer of 5xx without words of the relay's own counts as unreachable: it comes from
 * something between, and the same call may work in a moment.
 */
export function problemOf(error: unknown): Problem {
  if (!isHTTPError(error)) return { code: 'unreachable', message: t.problem.unreachable }
  if (isApiError(error.data)) return error.data.error
  if (error.response.status >= 500) return { code: 'unreachable', message: t.problem.unreachable }
  return { code: 'unexpected', message: t.problem.unexpected }
}

/** Whether the same call may work later as it is. */
export const mayPass = ({ code }: Problem): boolean => code === 'unreachable' || code === 'too_many'
