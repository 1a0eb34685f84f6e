import { type CloseReason, closeCodes } from '@segue/sdk/protocol'
import type { Peer } from './peer.ts'

/** A connection that lives from poll to poll. */
export interface PollSession {
  peer: Peer<object>
  /** Waits until there is something to say, but no longer than `ms`. Whoever waits already is let go. */
  wait(ms: number): Promise<void>
  /** Everything to be said, once. */
  take(): object[]
  /** The close code, once it has been closed. */
  readonly closed: number | undefined
}

/** `maxBytes` bounds what may lie unread; above it the session is closed, as a socket would be. */
export function createPollSession(maxBytes: number): PollSession {
  let frames: object[] = []
  let bytes = 0
  let closed: number | undefined
  let wake: (() => void) | undefined

  const close = (reason: CloseReason) => {
    closed ??= closeCodes[reason].code
    wake?.()
  }

  return {
    peer: {
      send(frame) {
        if (closed !== undefined) return
        frames.push(frame)
        bytes += JSON.stringify(frame).length
        if (bytes > maxBytes) close('slow')
        wake?.()
      },
      close
    },
    async wait(ms) {
      wake?.()
      if (frames.length > 0 || closed !== undefined) return
      await new Promise<void>(resolve => {
        const timer = setTimeout(resolve, ms)
        wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    },
    take() {
      const taken = frames
      frames = []
      bytes = 0
      return taken
    },
    get closed() {
      return closed
    }
  }
}
