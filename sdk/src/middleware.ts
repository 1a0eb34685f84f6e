import type { TrackedEvent } from './protocol/ingest.ts'
import { warnOnce } from './warn-once.ts'

/**
 * Sees every event before anything else does: before it is queued, stored, sent or told to listeners.
 * It is given a copy that it may change, and returns that (or nothing) to let it go on, another event to
 * put in its place, or `null` to drop it. Not asynchronous.
 *
 * One that throws drops the event: what could not be redacted must not leave the page.
 */
export type Middleware = (event: TrackedEvent) => TrackedEvent | null | undefined

export interface MiddlewareChain {
  /** Adds one after the others; returns its own undo. */
  use(middleware: Middleware): () => void
  /** The event as the last of them left it, if they let it go on. */
  pass(event: TrackedEvent): TrackedEvent | undefined
}

export function createChain(): MiddlewareChain {
  let chain: Middleware[] = []

  return {
    use(middleware) {
      chain = [...chain, middleware]
      return () => {
        chain = chain.filter(other => other !== middleware)
      }
    },
    pass(event) {
      let passing = event
      try {
        for (const link of chain) {
          const copy = JSON.parse(JSON.stringify(passing))
          const next = link(copy)
          if (next === null) return undefined
          passing = next ?? copy
          if (!passing.messageId) throw new TypeError('not an event')
        }
        return passing
      } catch (error) {
        warnOnce(`use: dropped an event: ${error}`)
        return undefined
      }
    }
  }
}
