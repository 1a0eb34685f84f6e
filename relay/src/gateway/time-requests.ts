import type { RequestHandler } from 'express'
import type { Meter } from './watching.ts'

/** Measures every answered request, by the pattern of its route. */
export const timeRequests =
  (meter: Pick<Meter, 'timeRequest'>): RequestHandler =>
  (req, res, next) => {
    const started = performance.now()
    res.once('finish', () => {
      const route = String(req.route?.path ?? 'other')
      const seconds = (performance.now() - started) / 1000
      meter.timeRequest({ method: req.method, route, status: res.statusCode }, seconds)
    })
    next()
  }
