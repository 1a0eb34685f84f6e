import type { Call } from './call.ts'
import type { ClientFrame } from './protocol/client-frame.ts'
import type { PollReply } from './protocol/page-api.ts'
import type { ServerFrame } from './protocol/server-frame.ts'
import type { RelayError } from './relay-error.ts'
import { LOST, type OpenTransport } from './transport.ts'

/** The relay holds an empty poll for 25 s; one without an answer after this is lost, in milliseconds. */
const TIMEOUT_MS = 35_000

/** Most frames in one call: even the longest texts stay far below the relay's limit. */
const FRAMES = 8

/** The same frames by long polling, for networks that refuse WebSockets. */
export const pollTransport =
  (call: Call): OpenTransport =>
  events => {
    const abort = new AbortController()
    const { signal } = abort
    const waiting: ClientFrame[] = []
    let session: string | undefined
    let isSending = false

    const end = (code: number) => {
      if (signal.aborted) return
      abort.abort()
      events.closed(code)
    }

    const hear = (reply: PollReply) => {
      session = reply.session
      // Every answer is a sign of life, even an empty one.
      for (const frame of [...(reply.frames as ServerFrame[]), { type: 'ping' } as const]) {
        if (!signal.aborted) events.frame(frame)
      }
      if (reply.closed) end(reply.closed)
    }

    const exchange = async (frames: ClientFrame[]) => {
      const options = { json: { session, frames }, retry: 0, timeout: TIMEOUT_MS, signal }
      await call<PollReply>('poll', options).then(hear, error => end(closeCodeOf(error)))
    }

    const pump = async () => {
      const isFirst = !session
      isSending = true
      while (waiting.length && !signal.aborted) await exchange(waiting.splice(0, FRAMES))
      isSending = false
      // From the first answer on, one call always waits for what the relay may say.
      while (isFirst && !signal.aborted) await exchange([])
    }

    queueMicrotask(() => signal.aborted || events.opened())
    return {
      send(frame) {
        waiting.push(frame)
        if (!isSending) pump()
      },
      close: () => abort.abort()
    }
  }

function closeCodeOf({ status }: RelayError): number {
  return status === 401 || status === 403 ? 4000 + status : LOST
}
