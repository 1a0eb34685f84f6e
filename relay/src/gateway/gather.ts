/** Runs work once for many calls that came close together. */
export interface Gathering<Key> {
  add(key: Key): void
  /** Forgets what waits, and resolves when what is under way is done. */
  stop(): Promise<void>
}

/**
 * Waits `ms` after a first call, then does the work of every key that was named.
 *
 * The work of `together` keys is begun at a time: what they write shares a commit. In between, sockets are read.
 *
 * Between two rounds it rests three times as long as a round took, so that under load it takes
 * a quarter of the time at most and each key is done less often, instead of everything being late.
 */
export function gather<Key>(
  { ms, together }: { ms: number; together: number },
  work: (key: Key) => Promise<void>,
  failed: (error: unknown) => void
): Gathering<Key> {
  const waiting = new Set<Key>()
  let timer: NodeJS.Timeout | undefined
  let round = Promise.resolve()
  let isWorking = false
  let isStopped = false

  const schedule = (delay: number) => {
    timer = setTimeout(() => {
      timer = undefined
      round = run()
    }, delay)
    timer.unref()
  }

  const run = async () => {
    isWorking = true
    const started = performance.now()
    const keys = [...waiting]
    waiting.clear()
    for (let at = 0; at < keys.length; at += together) {
      if (at > 0) await new Promise(resolve => setImmediate(resolve))
      const some = keys.slice(at, at + together)
      await Promise.all(some.map(key => work(key).catch(failed)))
    }
    isWorking = false
    if (waiting.size > 0) schedule(Math.max(ms, 3 * (performance.now() - started)))
  }

  return {
    add(key) {
      if (isStopped) return
      waiting.add(key)
      if (!timer && !isWorking) schedule(ms)
    },
    async stop() {
      isStopped = true
      clearTimeout(timer)
      waiting.clear()
      await round
    }
  }
}
