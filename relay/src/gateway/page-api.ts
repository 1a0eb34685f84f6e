import {
  HandoffReply,
  HandoffRequest,
  Id,
  MirrorRequest,
  NumberRequest,
  PAGE_ENTRIES,
  PushOffRequest,
  PushRequest,
  RatingRequest,
  ThreadPage,
  TranscriptRequest
} from '@segue/sdk/protocol'
import type { Request, RequestHandler } from 'express'
import { Type } from 'typebox'
import { rateConversation } from '../core/conversation/rate-conversation.ts'
import { readThread } from '../core/conversation/read-thread.ts'
import { confirmNumber } from '../core/handoff/confirm-number.ts'
import { offerHandoff } from '../core/handoff/offer-handoff.ts'
import { openHandoff } from '../core/handoff/open-handoff.ts'
import { stopMirror } from '../core/handoff/set-mirror.ts'
import type { Ports } from '../core/ports.ts'
import { subscribe, unsubscribe } from '../core/push/subscribe.ts'
import { Refused } from '../core/refusal.ts'
import type { Site } from '../core/settings.ts'
import { requestTranscript } from '../core/transcript/request-transcript.ts'
import { checkOrigin } from './origins.ts'
import { talkRoutes } from './page-talks.ts'
import type { Rim } from './rim.ts'
import { type Identify, jsonRoute, type Route } from './route.ts'
import { bearerOf, type Visitor } from './tokens.ts'
import { visitorUploadRoute } from './visitor-upload.ts'

const ThreadQuery = Type.Object({
  conversation: Type.Optional(Id),
  before: Type.Optional(Type.Integer({ minimum: 1 })),
  since: Type.Optional(Type.Integer({ minimum: 0 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: PAGE_ENTRIES }))
})

/** What a page asks beside its socket, with its visitor's token. */
export function pageRoutes(
  rim: Rim,
  guards: RequestHandler[],
  uploadGuards: RequestHandler[] = guards
): Route[] {
  const { ports, tokens } = rim
  const identify = async (req: Request): Promise<Visitor> => {
    const visitor = await tokens.visitorOf(bearerOf(req.headers.authorization))
    checkOrigin(req, visitor.site, ports.publicUrl)
    return visitor
  }
  const start = { auth: 'visitor', identify, guards } as const
  return [
    jsonRoute({
      ...start,
      method: 'get',
      path: '/v1/thread',
      summary:
        'A page of a thread of the visitor’s: the newest, or what lies before or after a seq. By default of the one they are in.',
      query: ThreadQuery,
      reply: ThreadPage,
      handle: ({ who: { address }, query }) =>
        readThread(ports, { kind: 'visitor', address }, query)
    }),
    visitorUploadRoute(rim, { identify, guards: uploadGuards }),
    ...talkRoutes(ports, start),
    ...handoffRoutes(ports, start),
    jsonRoute({
      ...start,
      method: 'post',
      path: '/v1/mirror',
      summary: 'Stops showing a linked phone’s side in this session.',
      body: MirrorRequest,
      handle: ({ who: { address }, body }) => stopMirror(ports, address, body.link)
    }),
    jsonRoute({
      ...start,
      method: 'post',
      path: '/v1/rating',
      summary: 'How it went, once the conversation has ended. Once more replaces it.',
      body: RatingRequest,
      handle: ({ who: { address }, body }) => rateConversation(ports, address, body)
    }),
    jsonRoute({
      ...start,
      method: 'post',
      path: '/v1/transcript',
      summary:
        'Mails the visitor’s conversation to an address they typed, as far as they may see it.',
      body: TranscriptRequest,
      status: 202,
      handle: ({ who: { address }, body }) => requestTranscript(ports, address, body)
    }),
    ...pushRoutes(ports, start)
  ]
}

/** What all routes of a visitor's page begin with. */
export interface PageRouteStart {
  auth: 'visitor'
  identify: Identify<Visitor>
  guards: RequestHandler[]
}

const pushRoutes = (ports: Ports, start: PageRouteStart): Route[] => [
  jsonRoute({
    ...start,
    method: 'post',
    path: '/v1/push',
    summary: 'Tells this browser of answers that nobody sees on the site, by Web Push.',
    body: PushRequest,
    handle: ({ who: { address }, body: { endpoint, keys } }) =>
      subscribe(ports, address, { endpoint, ...keys })
  }),
  jsonRoute({
    ...start,
    method: 'post',
    path: '/v1/push/off',
    summary: 'Tells it no more.',
    body: PushOffRequest,
    handle: ({ who: { address }, body }) => unsubscribe(ports, address, body.endpoint)
  })
]

const handoffRoutes = (ports: Ports, start: PageRouteStart): Route[] => [
  jsonRoute({
    ...start,
    method: 'post',
    path: '/v1/handoffs',
    summary: 'Mints a code, and the link that carries it to a network.',
    body: HandoffRequest,
    reply: HandoffReply,
    status: 201,
    handle: ({ who: { address, site }, body }) =>
      offerHandoff(ports, { by: 'visitor', address }, offered(ports, site, body.account))
  }),
  jsonRoute({
    ...start,
    method: 'post',
    path: '/v1/handoffs/{id}/opened',
    summary: 'The visitor has opened the link of a handoff.',
    handle: ({ who: { address }, id }) => openHandoff(ports, address, id)
  }),
  jsonRoute({
    ...start,
    method: 'post',
    path: '/v1/numbers',
    summary: 'Texts a confirmation to a number the visitor typed.',
    body: NumberRequest,
    reply: Type.Object({ id: Id }),
    status: 202,
    handle({ who: { address, site }, body: { account, number } }) {
      const typed = { account: offered(ports, site, account), number }
      return confirmNumber(ports, { by: 'visitor', address }, typed)
    }
  })
]

/** The account a visitor names, if it is one their site offers. @throws {Refused} `not_found` */
function offered({ accounts }: Ports, site: Site, id: string): string {
  if (accounts.get(id)?.site === site.key) return id
  throw new Refused('not_found', 'This site offers no such account.', 'account')
}
