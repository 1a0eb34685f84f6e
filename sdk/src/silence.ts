import { SILENCE_MS } from './protocol/limits.ts'
import type { World } from './world.ts'

/** The other side has so long to answer a probe, in milliseconds. */
const PROBE_MS = 3_000

export interface SilenceWatch {
  /** Something was heard: start over. */
  heard(): void
  /** Do not wait: ask now. */
  check(): void
  stop(): void
}

/** After 35 s of silence asks whether somebody is there, and after 3 s more without an answer says `lost`. */
export function watchSilence(world: World, does: { ask(): void; lost(): void }): SilenceWatch {
  let stop = () => {}

  const check = () => {
    stop()
    stop = world.after(PROBE_MS, does.lost)
    does.ask()
  }

  return {
    heard() {
      stop()
      stop = world.after(SILENCE_MS, check)
    },
    check,
    stop: () => stop()
  }
}
