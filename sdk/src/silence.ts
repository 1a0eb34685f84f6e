import { SILENCE_MS } from './protocol/limits.ts'
import { createTimer } from './timer.ts'
import type { World } from './world.ts'

/** The other side has so long to answer a probe, in milliseconds. */
const PROBE_MS = 3_000

export interface SilenceWatch {
  /** Something was heard: all is well for another 35 s. */
  heard(): void
  /** Something must be heard within so many milliseconds. */
  expect(ms: number): void
  /** Asks now. */
  check(): void
  stop(): void
}

/** After 35 s of silence asks whether somebody is there, and says `lost` when nothing comes that is expected. */
export function watchSilence(world: World, does: { ask(): void; lost(): void }): SilenceWatch {
  const { start, stop } = createTimer(world)
  const expect = (ms: number) => start(ms, does.lost)

  const check = () => {
    expect(PROBE_MS)
    does.ask()
  }

  return { heard: () => start(SILENCE_MS, check), expect, check, stop }
}
