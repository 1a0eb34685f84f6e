/** Timers that all end together, so that a closed network never calls anybody again. */
export interface Timers {
  after(ms: number, run: () => void): void
  /** Aborted when everything ends. */
  readonly signal: AbortSignal
  close(): void
}

export function createTimers(): Timers {
  const ending = new AbortController()
  const running = new Set<NodeJS.Timeout>()
  return {
    signal: ending.signal,
    after(ms, run) {
      if (ending.signal.aborted) return
      const timer = setTimeout(() => {
        running.delete(timer)
        run()
      }, ms)
      running.add(timer)
    },
    close() {
      ending.abort()
      for (const timer of running) clearTimeout(timer)
      running.clear()
    }
  }
}
