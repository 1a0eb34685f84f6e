import type { ApiError } from '@segue/sdk/protocol'
import type { ErrorRequestHandler, RequestHandler } from 'express'
import { type RefusalCode, Refused } from '../core/refusal.ts'
import { HttpRefusal } from './http-refusal.ts'
import type { Log } from './watching.ts'

const STATUS: Record<RefusalCode, number> = {
  invalid: 400,
  unauthorized: 401,
  user_token_expired: 401,
  user_token_invalid: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  unanswered: 422,
  undeliverable: 422,
  too_many: 429
}

/** The body of every refused request. */
export const errorBody = (code: string, message: string, path?: string): ApiError => ({
  error: { code, message, ...(path === undefined ? {} : { path }) }
})

/** What to answer to an error. Whoever asked learns nothing of our own failures but that there was one. */
export function answerTo(error: unknown): { status: number; body: ApiError } {
  if (error instanceof Refused) {
    return { status: STATUS[error.code], body: errorBody(error.code, error.message, error.path) }
  }
  if (error instanceof HttpRefusal) {
    return { status: error.status, body: errorBody(error.code, error.message) }
  }
  // Express throws this for a path that cannot be decoded.
  if (error instanceof URIError) {
    return { status: 400, body: errorBody('invalid', 'The path is not well encoded.') }
  }
  return {
    status: 500,
    body: errorBody('failed', 'Something went wrong at our end. Try again in a moment.')
  }
}

/** Turns whatever a route throws into an answer; what is our own fault goes to the log as well. */
export const handleErrors =
  (log: Log): ErrorRequestHandler =>
  (error, req, res, next) => {
    if (res.headersSent) return next(error)
    const { status, body } = answerTo(error)
    if (status === 500) log.error('a request failed', error, { method: req.method })
    if (status === 401) res.setHeader('WWW-Authenticate', 'Bearer realm="segue"')
    if (error instanceof HttpRefusal && error.retryAfter !== undefined) {
      res.setHeader('Retry-After', String(error.retryAfter))
    }
    res.status(status).json(body)
  }

/** The answer where nothing is. */
export const answerNotFound: RequestHandler = (_req, res) => {
  res.status(404).json(errorBody('not_found', 'There is nothing here. See /openapi.json.'))
}
