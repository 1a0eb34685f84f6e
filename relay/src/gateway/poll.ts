import { closeCodes, PollReply, PollRequest } from '@segue/sdk/protocol'
import type { RequestHandler } from 'express'
import { originOf } from './origins.ts'
import { openPollLine, type PollLine } from './poll-line.ts'
import type { Rim } from './rim.ts'
import { jsonRoute, type Route } from './route.ts'

/** The long poll: the socket's twin for networks that refuse WebSockets. */
export interface Polls {
  route: Route
  count(): number
  /** Answers every waiting poll: come back, the relay is restarting. */
  close(): void
}

export function createPolls(rim: Rim, guards: RequestHandler[]): Polls {
  const lines = new Map<string, PollLine>()
  let isClosing = false

  const open = (origin: string) => {
    // Whoever has this id is the page: it is a secret like a token.
    const id = Buffer.from(rim.ports.random.bytes(18)).toString('base64url')
    const line = openPollLine(rim, origin, () => lines.delete(id))
    lines.set(id, line)
    if (isClosing) line.finish()
    return { id, line }
  }

  const find = (id: string, origin: string) => {
    const line = lines.get(id)
    return line?.origin === origin ? { id, line } : undefined
  }

  return {
    route: jsonRoute({
      method: 'post',
      path: '/v1/poll',
      summary:
        'The long-poll twin of the socket: the same frames, in order. After a call that failed, begin again with hello.',
      auth: 'none',
      identify: originOf,
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
      for (const line of lines.values()) line.finish()
    }
  }
}
