import { setImmediate } from 'node:timers/promises'
import { Batch, TrackedEvent } from '@segue/sdk/protocol'
import type { Request, RequestHandler, Response } from 'express'
import { Type } from 'typebox'
import { recordEvents } from '../core/record-events.ts'
import type { Site } from '../core/settings.ts'
import { readEvents } from './ingest-events.ts'
import { readJson } from './read-body.ts'
import type { Rim } from './rim.ts'
import type { Route } from './route.ts'
import { createTurnstile } from './turnstile.ts'
import { checkOf } from './validate.ts'
import { siteOfWriteKey } from './write-key.ts'

const MAX_BATCH_BYTES = 1024 * 1024
/** Events of one transaction: a chat message never waits for more than these. */
const AT_ONCE = 100

const KINDS = ['identify', 'track', 'page', 'screen', 'group', 'alias'] as const

const IngestReply = Type.Object({
  /** Always true: what the clients of the Segment spec look for. */
  success: Type.Literal(true),
  /** Events that were new. */
  stored: Type.Integer(),
  refused: Type.Array(
    Type.Object({
      index: Type.Integer(),
      message: Type.String(),
      path: Type.Optional(Type.String())
    })
  )
})

const checkBatch = checkOf(Batch)

/** Events in, with the field names of the Segment spec. What is good in a batch is kept, whatever else is in it. */
export function ingestRoutes(rim: Rim, guards: RequestHandler[]): Route[] {
  // Apart from everything else: a flood of events waits here, and a chat goes past it.
  const takeTurn = createTurnstile({ width: 2, length: 500 })
  const answer = (asBatch: (body: Record<string, unknown>) => unknown) => {
    return async (req: Request, res: Response) => {
      // The content type is not asked for: a beacon says text/plain, so that no preflight is needed.
      const body = Object(await readJson(req, MAX_BATCH_BYTES)) as Record<string, unknown>
      const site = siteOfWriteKey(rim.ports.sites, req, body)
      const batch = checkBatch(asBatch(body))
      res.json(await takeTurn(() => keepBatch(rim, site, batch)))
    }
  }
  const route = (name: string, summary: string, handler: RequestHandler): Route => ({
    method: 'post',
    path: `/v1/${name}`,
    summary,
    auth: 'writeKey',
    body: name === 'batch' ? Batch : TrackedEvent,
    replies: { 200: IngestReply },
    handlers: [...guards, handler]
  })

  return [
    ...KINDS.map(type => {
      const one = answer(body => ({
        batch: [{ ...body, type }],
        sentAt: body.sentAt,
        token: body.token
      }))
      return route(type, `One ${type} call.`, one)
    }),
    route(
      'batch',
      'Many calls at once.',
      answer(body => body)
    )
  ]
}

async function keepBatch(
  { ports, tokens, meter }: Rim,
  site: Site,
  { batch, sentAt, token }: Batch
) {
  const receivedAt = ports.now()
  const { events, refused } = readEvents(batch, ports.random.id)
  const address = await addressOf(tokens.visitorOf, site, token)
  const sent = Date.parse(sentAt ?? '')
  let stored = 0
  for (let from = 0; from < events.length; from += AT_ONCE) {
    const kept = await recordEvents(ports, site, {
      events: events.slice(from, from + AT_ONCE),
      address,
      receivedAt,
      ...(Number.isNaN(sent) ? {} : { sentAt: sent })
    })
    stored += kept.stored
    await setImmediate()
  }
  meter.countEvents('stored', stored)
  meter.countEvents('refused', refused.length)
  return { success: true, stored, refused }
}

/** The visitor a token proves. A token that has expired meanwhile leaves the events nobody's rather than losing them. */
async function addressOf(
  visitorOf: Rim['tokens']['visitorOf'],
  site: Site,
  token: string | undefined
): Promise<string | undefined> {
  if (token === undefined) return undefined
  const visitor = await visitorOf(token).catch(() => undefined)
  return visitor?.site.key === site.key ? visitor.address : undefined
}
