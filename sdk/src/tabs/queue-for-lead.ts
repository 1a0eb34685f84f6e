import type { World } from '../world.ts'

export type Locks = NonNullable<World['locks']>

export interface LeadEvents {
  won(): void
  /** Another tab has taken it. We wait for it again. */
  lost(): void
}

/** A place in the queue of those who would lead. */
export interface LeadPlace {
  /** Takes the lead from whoever has it: a page that is frozen would never let go of it. */
  take(): void
  /** Leaves the queue, or the lead. */
  leave(): void
}

/** Waits for the lead, which is a lock: the browser passes it on at the moment its holder closes, crashes or lets go. */
export function queueForLead(locks: Locks, name: string, { won, lost }: LeadEvents): LeadPlace {
  let waiting = new AbortController()
  let release: (() => void) | undefined
  let isOver = false

  const hold = () =>
    new Promise<void>(resolve => {
      if (isOver) return resolve()
      release = resolve
      won()
    })

  const ask = (options: LockOptions, { signal } = waiting) => {
    locks.request(name, options, hold).catch(() => {
      if (isOver || (signal.aborted && !release)) return
      // A sandboxed frame refuses locks: then there is nobody to share with.
      if (!release) return won()
      release = undefined
      lost()
      queue()
    })
  }

  const queue = () => {
    waiting = new AbortController()
    ask({ signal: waiting.signal })
  }

  queue()
  return {
    take() {
      waiting.abort()
      ask({ steal: true })
    },
    leave() {
      isOver = true
      waiting.abort()
      release?.()
    }
  }
}
