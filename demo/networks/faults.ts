import { createDice } from './dice.ts'

/** How often each thing goes wrong, from 0 (never) to 1 (always). */
export interface Faults {
  /** A webhook call is made twice. */
  duplicates: number
  /** A webhook call overtakes others. */
  disorder: number
  /** A webhook call comes late. */
  delays: number
  /** The first try of a webhook call is lost on the way. */
  lostWebhooks: number
  /** A send is refused: too many, too fast. */
  rateLimits: number
  /** A send fails inside the provider and is not taken. */
  serverErrors: number
  /** A send is taken and shown, and its answer never comes. */
  timeouts: number
  /** A message is taken and then cannot be delivered. */
  undeliverable: number
  /** A refusal comes later, as a failed status, rather than at once. */
  lateErrors: number
}

export type Fault = keyof Faults

export const NO_FAULTS: Readonly<Faults> = {
  duplicates: 0,
  disorder: 0,
  delays: 0,
  lostWebhooks: 0,
  rateLimits: 0,
  serverErrors: 0,
  timeouts: 0,
  undeliverable: 0,
  lateErrors: 0
}

/** The switches of one network. */
export interface FaultSwitches {
  current(): Faults
  set(change: Partial<Faults>): void
  /** Does it happen this time? Each fault has its own dice, so one never shifts another's throws. */
  strikes(fault: Fault): boolean
  /** Repeatable chance for the details of a fault, from 0 up to 1. */
  chance(): number
}

export function createFaultSwitches(seed: string): FaultSwitches {
  const faults: Faults = { ...NO_FAULTS }
  const dice = new Map(Object.keys(NO_FAULTS).map(name => [name, createDice(`${seed} ${name}`)]))
  const details = createDice(`${seed} details`)
  return {
    current: () => ({ ...faults }),
    set: change => void Object.assign(faults, change),
    strikes: fault => faults[fault] > 0 && dice.get(fault)!.throw() < faults[fault],
    chance: details.throw
  }
}
