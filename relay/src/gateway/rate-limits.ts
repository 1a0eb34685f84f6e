import type { IncomingMessage } from 'node:http'
import type { RequestHandler } from 'express'
import { ipKeyGenerator, rateLimit } from 'express-rate-limit'
import { errorBody } from './errors.ts'

/** Makes guards that let one IP address through so many times a minute. */
export type LimitPerMinute = (max: number, only?: 'unauthorized') => RequestHandler

/** `ipOf` decides where a call came from. An IPv6 network counts as one address. */
export const createLimitPerMinute =
  (ipOf: (req: IncomingMessage) => string): LimitPerMinute =>
  (max, only) =>
    rateLimit({
      windowMs: 60_000,
      limit: max,
      standardHeaders: 'draft-7',
      legacyHeaders: false,
      keyGenerator: req => ipKeyGenerator(ipOf(req)),
      skipSuccessfulRequests: only === 'unauthorized',
      requestWasSuccessful: (_req, res) => res.statusCode !== 401,
      handler: (_req, res) => {
        res.status(429).json(errorBody('too_many', 'Too many requests. Try again in a minute.'))
      }
    })
