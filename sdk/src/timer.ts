import type { World } from './world.ts'

/** Something that happens once, later, unless it is stopped. */
export interface Timer {
  /** Starts over, with another thing to do if need be. */
  start(ms: number, run: () => void): void
  /** Starts, unless it is running. */
  ensure(ms: number, run: () => void): void
  stop(): void
}

export function createTimer({ after }: Pick<World, 'after'>): Timer {
  let undo: (() => void) | undefined

  const stop = () => {
    undo?.()
    undo = undefined
  }

  const ensure = (ms: number, run: () => void) => {
    undo ??= after(ms, () => {
      undo = undefined
      run()
    })
  }

  return {
    start(ms, run) {
      stop()
      ensure(ms, run)
    },
    ensure,
    stop
  }
}
