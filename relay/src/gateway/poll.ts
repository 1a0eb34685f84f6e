import { closeCodes, PollReply, PollRequest } from '@segue/sdk/protocol'
import type { Request, RequestHandler } from 'express'
import { Refused } from '../core/refusal.ts'
import { createAgentPeer } from './agent-peer.ts'
import { mayBeDesk, originOf } from './origins.ts'
import type { Peer, Receiver } from './peer.ts'
import { openPollLine, type PollLine } from './poll-line.ts'
import type { Rim } from './rim.ts'
import { jsonRoute, type Route } from './route.ts'
import { createVisitorPeer } from './visitor-peer.ts'

/** The long poll: the socket's twin for networks that refuse WebSockets. */
export interface Polls {
  route: Route
  count(): number
  /** Answers every waiting poll: come back, the relay is restarting. */
  close(): void
}

/** Whose long poll it is. */
export interface PollKind extends Pick<Route, 'path' | 'summary'> {
  /** The page that may poll, as its connection stays bound to it. @throws {Refused} `forbidden` */
  from(req: Request): string
  listen(peer: Peer<object>, from: string): Receiver
}

/** Of visitors: from any page; whose site it is of tells its hello. */
export const visitorPolls = (rim: Rim): PollKind => ({
  path: '/v1/poll',
  summary:
    'The long-poll twin of the socket: the same frames, in order. After a call that failed, begin again with hello.',
  from: originOf,
  listen: (peer, from) => createVisitorPeer(rim, peer, from)
})

/** Of desks. */
export const agentPolls = (rim: Rim): PollKind => ({
  path: '/v1/agent/poll',
  summary:
    'The long-poll twin of the inbox’s socket: the same frames, in order. After a call that failed, begin again with hello.',
  from(req) {
    if (mayBeDesk(req, rim.ports.publicUrl)) return originOf(req)
    throw new Refused('forbidden', 'This page is not the relay’s own inbox.')
  },
  listen: peer => createAgentPeer(rim, peer)
})

export function createPolls(
  rim: Rim,
  { path, summary, from, listen }: PollKind,
  guards: RequestHandler[]
): Polls {
  const lines = new Map<string, { line: PollLine; origin: string }>()
  let isClosing = false

  const open = (origin: string) => {
    // Whoever has this id is the page: it is a secret like a token.
    const id = Buffer.from(rim.ports.random.bytes(18)).toString('base64url')
    const line = openPollLine(
      rim,
      peer => listen(peer, origin),
      () => lines.delete(id)
    )
    lines.set(id, { line, origin })
    if (isClosing) line.finish()
    return { id, line }
  }

  const find = (id: string, origin: string) => {
    const known = lines.get(id)
    return known?.origin === origin ? { id, line: known.line } : undefined
  }

  return {
    route: jsonRoute({
      method: 'post',
      ...{ path, summary },
      auth: 'none',
      identify: from,
      body: PollRequest,
      reply: PollReply,
      guards,
      async handle({ who: origin, body: { session, frames } }) {
        const found = session === undefined ? open(origin) : find(session, origin)
        if (!found) return { session, frames: [], closed: closeCodes.timeout.code }
        return { session: found.id, ...(await found.line.poll(frames)) }
      }
    }),
    count: () => lines.size,
    close() {
      isClosing = true
      for (const { line } of lines.values()) line.finish()
    }
  }
}
