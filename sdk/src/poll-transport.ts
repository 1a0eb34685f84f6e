import type { ClientFrame } from './protocol/client-frame.ts'
import type { PollReply, PollRequest } from './protocol/page-api.ts'
import type { ServerFrame } from './protocol/server-frame.ts'
import type { RelayError } from './relay-error.ts'
import { createTimer } from './timer.ts'
import { LOST, type OpenTransport, type Transport, type TransportWorld } from './transport.ts'

/** The relay holds an empty poll for 25 s; one without an answer after this is lost, in milliseconds. */
const TIMEOUT_MS = 35_000

/** Most frames in one call: even the longest texts stay far below the relay's limit. */
const FRAMES = 8

/** A network that refuses WebSockets gets another chance after this, in milliseconds. */
const RETRY_MS = 5 * 60_000

/** A socket that has not opened after this will not, in milliseconds. */
const OPEN_MS = 4_000

/** One poll. It needs no token: the hello brings one. Fails with the answer's `status`, 0 where there was none. */
export type PollCall = (
  path: 'poll',
  options: { json: PollRequest; retry: 0; timeout: number; signal: AbortSignal }
) => Promise<PollReply>

export interface PollOptions<Sent = ClientFrame, Heard = ServerFrame> {
  world: TransportWorld
  call: PollCall
  /** What we would rather use. */
  socket: OpenTransport<Sent, Heard>
  /** A socket has just been shown to work: come over. */
  better(): void
}

/** The same frames by long polling, for networks that refuse WebSockets. */
export const pollTransport =
  <Sent = ClientFrame, Heard = ServerFrame>(
    options: PollOptions<Sent, Heard>
  ): OpenTransport<Sent, Heard> =>
  events => {
    const abort = new AbortController()
    const { signal } = abort
    const waiting: Sent[] = []
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
      for (const frame of [...reply.frames, { type: 'ping' }] as Heard[]) {
        if (!signal.aborted) events.frame(frame)
      }
      if (reply.closed) end(reply.closed)
    }

    const exchange = async (frames: Sent[]) => {
      const json = { ...(session && { session }), frames }
      const request = { json, retry: 0, timeout: TIMEOUT_MS, signal } as const
      await options.call('poll', request).then(hear, error => end(closeCodeOf(error)))
    }

    const pump = async () => {
      const isFirst = !session
      isSending = true
      while (waiting.length && !signal.aborted) await exchange(waiting.splice(0, FRAMES))
      isSending = false
      // From the first answer on, one call always waits for what the relay may say.
      while (isFirst && !signal.aborted) await exchange([])
    }

    signal.addEventListener('abort', trySockets(options))
    queueMicrotask(() => signal.aborted || events.opened())
    return {
      send(frame) {
        waiting.push(frame)
        if (!isSending) pump()
      },
      close: () => abort.abort()
    }
  }

/** Tries a socket from time to time, until one opens. Returns its own undo. */
function trySockets<Sent, Heard>({ world, socket, better }: PollOptions<Sent, Heard>): () => void {
  const timer = createTimer(world)
  let trial: Transport<Sent> | undefined

  const stop = () => {
    timer.stop()
    trial?.close()
    trial = undefined
  }

  const tryLater = () => {
    stop()
    timer.start(RETRY_MS, tryNow)
  }

  const tryNow = () => {
    const opened = () => {
      stop()
      better()
    }
    trial = socket({ opened, frame() {}, closed: tryLater })
    timer.start(OPEN_MS, tryLater)
  }

  tryLater()
  return stop
}

function closeCodeOf({ status }: Pick<RelayError, 'status'>): number {
  return status === 401 || status === 403 ? 4000 + status : LOST
}
