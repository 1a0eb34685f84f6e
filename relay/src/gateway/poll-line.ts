import { createBucket } from './bucket.ts'
import type { Peer, Receiver } from './peer.ts'
import { createPollSession, type PollSession } from './poll-session.ts'
import type { Rim } from './rim.ts'

/** The socket's twin, one for each session: the same frames, the same listener, the same limits. */
export interface PollLine {
  /** Deals with what the page says; with nothing said, waits until there is something to say to it. */
  poll(frames: readonly unknown[]): Promise<{ frames: object[]; closed?: number }>
  /** Ends it as the relay restarts. */
  finish(): void
}

/** `gone` is called once, when the session is over or nobody has polled for too long. */
export function openPollLine(
  rim: Rim,
  listener: (peer: Peer<object>) => Receiver,
  gone: () => void
): PollLine {
  const { limits, timing, meter } = rim
  const session = createPollSession(limits.unreadBytes)
  const receiver = listener(session.peer)
  const hear = hearing(rim, session, receiver)
  let last = Promise.resolve()
  let polls = 0
  let timer: NodeJS.Timeout | undefined
  let isOver = false

  const end = () => {
    if (isOver) return
    isOver = true
    clearTimeout(timer)
    receiver.leave()
    if (session.closed) meter.countClosed(session.closed)
    gone()
  }

  const rest = () => {
    polls -= 1
    if (session.closed) end()
    else if (polls === 0) timer = setTimeout(end, timing.pollGoneMs).unref()
  }

  return {
    async poll(frames) {
      clearTimeout(timer)
      polls += 1
      try {
        last = last.then(() => hear(frames))
        await last
        if (frames.length === 0) await session.wait(timing.pollMs)
        const { closed } = session
        return { frames: session.take(), ...(closed === undefined ? {} : { closed }) }
      } finally {
        rest()
      }
    },
    finish: () => session.peer.close('restarting')
  }
}

/** Deals with the frames of one poll in turn, up to the one that ends the session. */
function hearing({ limits, ports }: Rim, session: PollSession, receiver: Receiver) {
  const { framesPerSecond: rate, frameBurst: burst } = limits
  const mayCome = createBucket({ rate, burst }, ports.now)
  return async (frames: readonly unknown[]): Promise<void> => {
    for (const frame of frames) {
      if (session.closed) return
      if (mayCome()) await receiver.receive(JSON.stringify(frame))
      else session.peer.close('tooMany')
    }
  }
}
