import type { ClientFrame, PollReply, ServerFrame } from '@segue/sdk/protocol'

/** The relay holds an empty poll for so long, in milliseconds. */
const HOLD_MS = 25_000

type Hear = (frame: ClientFrame, way: { say(frame: ServerFrame): void }) => void

/** One page that polls: what it has not yet been told, and the call that waits for it. */
function createPoll(session: string) {
  let frames: ServerFrame[] = []
  let wake: (() => void) | undefined
  let hangUp: ((error: Error) => void) | undefined

  const take = (): PollReply => {
    const reply = { session, frames }
    frames = []
    return reply
  }

  return {
    way: {
      say(frame: ServerFrame) {
        frames.push(frame)
        wake?.()
      }
    },
    take,
    hold: () =>
      new Promise<PollReply>((resolve, reject) => {
        const timer = setTimeout(() => wake?.(), HOLD_MS)
        hangUp = reject
        wake = () => {
          clearTimeout(timer)
          wake = undefined
          resolve(take())
        }
        if (frames.length) wake()
      }),
    end: () => hangUp?.(new TypeError('Failed to fetch'))
  }
}

/** The relay's side of `POST /v1/poll`, in memory. */
export function createPolls() {
  const polls = new Map<string, ReturnType<typeof createPoll>>()
  let made = 0

  const begin = () => {
    made += 1
    const id = `p${made}`
    polls.set(id, createPoll(id))
    return id
  }

  return {
    async answer(body: Record<string, unknown>, hear: Hear): Promise<PollReply | Response> {
      const poll = polls.get(String(body.session ?? begin()))
      if (!poll) return new Response(null, { status: 404 })
      const frames = body.frames as ClientFrame[]
      for (const frame of frames) hear(frame, poll.way)
      return frames.length ? poll.take() : poll.hold()
    },
    /** The relay has been restarted. */
    clear() {
      for (const poll of polls.values()) poll.end()
      polls.clear()
    }
  }
}
