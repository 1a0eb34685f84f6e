import { SILENCE_MS } from '@segue/sdk/protocol'

/** How long a probe may stay unanswered, in milliseconds. */
export const PROBE_MS = 3000

/** Tells a quiet connection from a dead one. */
export interface Watchdog {
  /** Something was heard: all is well. */
  heard(): void
  /** Ask now, because something suggests that the connection may be gone. */
  probe(): void
  stop(): void
}

/** Probes after 35 s of silence, and gives the connection up when nothing comes back within 3 s. */
export function createWatchdog(on: { probe(): void; dead(): void }): Watchdog {
  let silence: ReturnType<typeof setTimeout> | undefined
  let answer: ReturnType<typeof setTimeout> | undefined

  const stop = () => {
    clearTimeout(silence)
    clearTimeout(answer)
    answer = undefined
  }
  const probe = () => {
    if (answer !== undefined) return
    clearTimeout(silence)
    answer = setTimeout(on.dead, PROBE_MS)
    on.probe()
  }
  const heard = () => {
    stop()
    silence = setTimeout(probe, SILENCE_MS)
  }
  return { heard, probe, stop }
}
