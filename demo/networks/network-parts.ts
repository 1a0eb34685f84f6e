import type { Clock } from './clock.ts'
import type { Dice } from './dice.ts'
import type { FaultSwitches } from './faults.ts'
import type { Pace } from './pace.ts'
import type { PhoneNetwork } from './phones.ts'
import type { Timers } from './timers.ts'

/** What every simulated network is made of. */
export interface NetworkParts {
  phones: PhoneNetwork
  clock: Clock
  faults: FaultSwitches
  timers: Timers
  dice: Dice
  pace: Pace
  /** Tells what an operator would see in the provider's console; undefined takes it back. */
  report(trouble: string | undefined): void
}
