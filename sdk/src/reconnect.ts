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
export function keepConnected({ world, attempt, status }: ReconnectOptions): Reconnect {
  const timer = createTimer(world)
  let line: Attempt | undefined
  /** There are some for as long as a connection is wanted. */
  let undos: (() => void)[] = []
  let failures = 0
  let upSince = Infinity

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
    upSince = world.now()
    status('online')
  }

  const sleep = () => {
    hangUp()
    status('offline')
  }

  const down = (after: number) => {
    if (after === NEVER) quit()
    sleep()
    // Whoever hears of it may have stopped us.
    if (!undos.length) return
    if (world.now() - upSince >= HEALTHY_MS) failures = 0
    upSince = Infinity
    timer.start(backoff(world, Math.max(failures, after)), connect)
    failures += 1
  }

  const quit = () => {
    for (const undo of undos) undo()
    undos = []
  }

  /** The page may have slept, or the network may be another one. */
  const wake = () => (line ? line.probe() : connect())

  return {
    start() {
      if (undos.length) return
      undos = [
        world.listen('online', wake),
        world.listen('pageshow', wake),
        world.listen('visibilitychange', () => world.visible() && wake()),
        // It goes for good, or is kept for the back button for as long as it holds no socket.
        world.listen('pagehide', sleep)
      ]
      connect()
      status('connecting')
    },
    stop() {
      quit()
      hangUp()
      status('idle')
    },
    again: () => undos.length && connect()
  }
}
