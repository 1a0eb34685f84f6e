import type { IncomingMessage } from 'node:http'
import { Batch, IngestReply, TrackedEvent } from '@segue/sdk/protocol'
import type { RequestHandler } from 'express'
import { Type } from 'typebox'
import type { Rim } from '../rim.ts'
import type { Route } from '../route.ts'
import { createAcceptEvents } from './accept-events.ts'
import { clientSettingsRoutes } from './client-settings.ts'
import { createFindSender } from './write-keys.ts'

type Kind = TrackedEvent['type']
const KINDS: readonly Kind[] = ['identify', 'track', 'page', 'screen', 'group', 'alias']

interface Path {
  path: string
  summary: string
  /** The type of the one event that the body is; without it the body is a batch. */
  kind?: Kind
}

/** Where the Segment spec, and each client that speaks it in its own way, sends its calls. */
const PATHS: Path[] = [
  ...KINDS.map(kind => ({ path: `/v1/${kind}`, kind, summary: `One ${kind} call.` })),
  { path: '/v1/batch', summary: 'Many calls at once.' },
  ...KINDS.map(kind => ({
    path: `/v1/${kind[0]}`,
    kind,
    summary: `One ${kind} call, from Segment’s web client.`
  })),
  { path: '/v1/b', summary: 'Many calls at once, from Segment’s web client.' },
  { path: '/beacon/v1/batch', summary: 'Many calls at once, from RudderStack’s web client.' },
  ...KINDS.map(kind => ({
    path: `/api/s/${kind}`,
    kind,
    summary: `One ${kind} call, from Jitsu’s client.`
  })),
  ...KINDS.map(kind => ({
    path: `/api/s/s2s/${kind}`,
    kind,
    summary: `One ${kind} call, from Jitsu’s client on a server.`
  }))
]

export interface IngestOptions {
  ipOf(req: IncomingMessage): string
  siteSecrets: ReadonlyMap<string, string>
  /** Run before anything is read. */
  guards: { events: RequestHandler[]; settings: RequestHandler[] }
}

/** Events in, with the field names of the Segment spec, as our own and the official clients send them. */
export function ingestRoutes(rim: Rim, { ipOf, siteSecrets, guards }: IngestOptions): Route[] {
  const findSender = createFindSender(rim.ports, siteSecrets)
  const accept = createAcceptEvents(rim, { findSender, ipOf })
  const routes = PATHS.map(
    ({ path, summary, kind }): Route => ({
      ...{ method: 'post', path, summary, auth: 'writeKey' },
      body: kind ? TrackedEvent : Batch,
      query: Type.Object({ writeKey: Type.Optional(Type.String()) }),
      replies: { 200: IngestReply },
      handlers: [...guards.events, accept(kind)]
    })
  )
  return [...routes, ...clientSettingsRoutes(rim, findSender, guards.settings)]
}
