/** Beats every `everyMs` for each member, spread over time so that thousands of sockets are not written to at once. */
export interface Heartbeat {
  add(beat: () => void): () => void
  stop(): void
}

const STEPS = 25

export function createHeartbeat(everyMs: number): Heartbeat {
  const turns = Array.from({ length: STEPS }, () => new Set<() => void>())
  let turn = 0
  let next = 0
  const timer = setInterval(() => {
    turn = (turn + 1) % STEPS
    for (const beat of turns[turn]!) beat()
  }, everyMs / STEPS)
  timer.unref()

  return {
    add(beat) {
      const members = turns[next]!
      next = (next + 1) % STEPS
      members.add(beat)
      return () => members.delete(beat)
    },
    stop: () => clearInterval(timer)
  }
}
