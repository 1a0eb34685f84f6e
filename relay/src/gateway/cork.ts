import type { Writable } from 'node:stream'

/**
 * Lets everything that is written to a wire before the loop turns to something else go out in one
 * system call: for small frames the call costs more than the frame. Call it before each write.
 *
 * `sent` is called after each of those.
 */
export function createCork(wire: Writable, sent: () => void): () => void {
  let isCorked = false

  const uncork = () => {
    isCorked = false
    wire.uncork()
    sent()
  }

  return () => {
    if (isCorked) return
    isCorked = true
    wire.cork()
    process.nextTick(uncork)
  }
}
