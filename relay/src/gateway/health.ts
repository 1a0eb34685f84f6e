import type { Request, Response } from 'express'
import { Type } from 'typebox'
import type { Route } from './route.ts'
import type { Meter } from './watching.ts'

/** What readiness hangs on. */
export interface Health {
  /** Whether the store answers and the bus gets through. */
  parts(): Promise<Record<string, boolean>>
  /** What is wrong with a part, in words for whoever runs the relay. They are told to everybody. */
  why?: (() => Record<string, string>) | undefined
  meter: Pick<Meter, 'text'>
  /** Throws at whoever may not read the numbers. */
  checkReader(req: Request): void
}

const Alive = Type.Object({ status: Type.Literal('ok') })
const Ready = Type.Object({
  status: Type.Enum(['ok', 'unavailable']),
  parts: Type.Record(Type.String(), Type.Boolean()),
  why: Type.Optional(Type.Record(Type.String(), Type.String()))
})

/** For whoever watches over the process. */
export function healthRoutes({ parts, why, meter, checkReader }: Health): Route[] {
  const route = (
    path: string,
    about: Pick<Route, 'summary' | 'replies'>,
    handler: (req: Request, res: Response) => unknown
  ): Route => ({
    ...about,
    ...{ method: 'get', path, auth: 'none' },
    handlers: [
      async (req, res) => {
        res.setHeader('Cache-Control', 'no-store')
        await handler(req, res)
      }
    ]
  })

  return [
    route(
      '/healthz',
      { summary: 'Whether the process is alive.', replies: { 200: Alive } },
      (_req, res) => res.json({ status: 'ok' })
    ),
    route(
      '/readyz',
      {
        summary:
          'Whether it can work: store and bus answer, files can be kept, and it is not shutting down.',
        replies: { 200: Ready, 503: Ready }
      },
      async (_req, res) => {
        const answers = await parts()
        const isReady = Object.values(answers).every(Boolean)
        res.status(isReady ? 200 : 503)
        const words = why?.() ?? {}
        res.json({
          status: isReady ? 'ok' : 'unavailable',
          parts: answers,
          ...(Object.keys(words).length > 0 ? { why: words } : {})
        })
      }
    ),
    route(
      '/metrics',
      {
        summary: 'Numbers for Prometheus: with the metrics token, or from the same machine.',
        replies: { 200: 'text/plain' }
      },
      async (req, res) => {
        checkReader(req)
        const { type, body } = await meter.text()
        res.set('Content-Type', type).end(body)
      }
    )
  ]
}
