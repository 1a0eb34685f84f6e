import type { ChatStatus } from './chat.ts'
import type { World } from './world.ts'

const FIRST_MS = 500
const LONGEST_MS = 20_000

/** A connection that held for so long was a good one, in milliseconds. */
const HEALTHY_MS = 30_000

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
  /** It is over. Wait as if so many tries had failed, at least; with `never`, another try cannot help. */
  down(after?: number | 'never'): void
}

export interface ReconnectOptions {
  world: World
  attempt(events: AttemptEvents): Attempt
  /** It has changed. */
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
  let line: Attempt | undefined
  let unlisten: (() => void)[] | undefined
  let stopWaiting = () => {}
  let failures = 0
  let upSince = Infinity
  let told: ChatStatus = 'idle'

  const tell = (now: ChatStatus) => {
    if (now === told) return
    told = now
    status(now)
  }

  const hangUp = () => {
    stopWaiting()
    line?.close()
    line = undefined
    upSince = Infinity
  }

  const connect = () => {
    hangUp()
    line = attempt({
      up() {
        upSince = world.now()
        tell('online')
      },
      down
    })
  }

  const down = (after: number | 'never' = 0) => {
    if (world.now() - upSince >= HEALTHY_MS) failures = 0
    hangUp()
    if (after === 'never') quit()
    else stopWaiting = world.after(backoff(world, Math.max(failures, after)), connect)
    failures++
    tell('offline')
  }

  /** The page may have slept, or the network may be another: find out now. */
  const wake = () => (line ? line.probe() : connect())

  /** A page with an open socket is not kept for the back button. */
  const sleep = () => {
    hangUp()
    tell('offline')
  }

  const quit = () => {
    for (const undo of unlisten ?? []) undo()
    unlisten = undefined
  }

  return {
    start() {
      if (unlisten) return
      unlisten = [
        world.listen('online', wake),
        world.listen('pageshow', wake),
        world.listen('visibilitychange', () => world.visible() && wake()),
        world.listen('pagehide', sleep)
      ]
      failures = 0
      connect()
      tell('connecting')
    },
    stop() {
      quit()
      hangUp()
      tell('idle')
    },
    again: () => unlisten && connect()
  }
}
