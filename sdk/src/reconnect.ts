import type { ChatStatus } from './chat.ts'
import { createTimer } from './timer.ts'
import type { World } from './world.ts'

const FIRST_MS = 500
const LONGEST_MS = 20_000

/** A connection that held for so long was a good one, in milliseconds. */
const HEALTHY_MS = 30_000

/** So many failures that there is no next try. */
export const NEVER = Infinity

/** How long to wait before try `n` (from 0): full jitter, so that a restart does not bring all pages back at once. */
export const backoff = ({ random }: Pick<World, 'random'>, n: number): number =>
  random() * Math.min(LONGEST_MS, FIRST_MS * 2 ** n)

/** What reconnecting needs of a connection. */
export interface Attempt {
  probe(): void
  close(): void
}

export interface AttemptEvents {
  /** It works. */
  up(): void
  /** It is over. Wait as if so many tries had failed, at least; `NEVER`: another try cannot help. */
  down(after: number): void
}

export interface ReconnectOptions {
  world: World
  attempt(events: AttemptEvents): Attempt
  /** How it is now. May be told more than once. */
  status(status: ChatStatus): void
  /** None is wanted for now, or for ever, or the page sleeps: somebody else may have it. */
  rest(): void
}

export interface Reconnect {
  /** Wants a connection from now on. Safe to repeat. */
  start(): void
  /** Wants none any more. */
  stop(): void
  /** Leaves this connection for a new one, at once. */
  again(): void
}

/** Keeps one connection up for as long as one is wanted, through sleep, lost networks and the back button. */
export function keepConnected({ world, attempt, status, rest }: ReconnectOptions): Reconnect {
  const timer = createTimer(world)
  const tries = countTries(world)
  let line: Attempt | undefined
  let unfollow: (() => void) | undefined

  const hangUp = () => {
    timer.stop()
    line?.close()
    line = undefined
  }

  const connect = () => {
    hangUp()
    line = attempt({ up, down })
  }

  const up = () => {
    tries.worked()
    status('online')
  }

  const lose = (now: ChatStatus) => {
    hangUp()
    status(now)
  }

  const down = (after: number) => {
    if (after === NEVER) {
      quit()
      return lose('refused')
    }
    lose('offline')
    // Whoever hears of it may have stopped us.
    if (unfollow) timer.start(tries.wait(after), connect)
  }

  const quit = () => {
    unfollow?.()
    unfollow = undefined
    rest()
  }

  const sleep = () => {
    lose('offline')
    rest()
  }

  return {
    start() {
      if (unfollow) return
      unfollow = followPage(world, () => (line ? line.probe() : connect()), sleep)
      connect()
      status('connecting')
    },
    stop() {
      quit()
      hangUp()
      status('idle')
    },
    again: () => unfollow && connect()
  }
}

/**
 * Follows whether the page is awake. Returns its own undo.
 *
 * @param wake it may have slept, or the network may be another one
 * @param sleep it goes: for good, or kept for the back button as long as it holds no socket; or it is frozen
 */
function followPage({ listen, visible }: World, wake: () => void, sleep: () => void): () => void {
  const undos = [
    listen('online', wake),
    listen('pageshow', wake),
    listen('resume', wake),
    listen('visibilitychange', () => visible() && wake()),
    listen('pagehide', sleep),
    listen('freeze', sleep)
  ]
  return () => {
    for (const undo of undos) undo()
  }
}

/** Counts tries, to know how long to wait before the next. A connection that held for long makes a new beginning. */
function countTries(world: World) {
  let failures = 0
  let upSince = Infinity

  return {
    worked() {
      upSince = world.now()
    },
    wait(atLeast: number): number {
      if (world.now() - upSince >= HEALTHY_MS) failures = 0
      upSince = Infinity
      return backoff(world, Math.max(failures++, atLeast))
    }
  }
}
