import { createTimer } from './timer.ts'
import type { OpenTransport, Transport } from './transport.ts'
import type { World } from './world.ts'

/** A network that refuses WebSockets gets another chance after this, in milliseconds. */
const RETRY_MS = 5 * 60_000

/** A socket that has not opened after this will not, in milliseconds. */
const OPEN_MS = 4_000

/** So many sockets in a row must fail before we poll. */
const ENOUGH = 2

export interface TransportChoiceOptions {
  world: World
  site: string
  socket: OpenTransport
  poll: OpenTransport
  /** We poll, and a socket has just been shown to work: come over. */
  better(): void
}

export interface TransportChoice {
  open: OpenTransport
  /** The one opened last was welcomed. */
  worked(): void
  /** The one opened last was not. */
  failed(): void
  stop(): void
}

/**
 * Sockets where they work, long polling where they do not, remembered until the tab closes.
 * While neither works, both are tried in turn.
 */
export function chooseTransport(options: TransportChoiceOptions): TransportChoice {
  const { world, site, socket, poll, better } = options
  const mark = `segue:${site}:poll`
  const timer = createTimer(world)
  let failures: number | undefined
  let isPolling = false
  let trial: Transport | undefined

  const stop = () => {
    timer.stop()
    trial?.close()
    trial = undefined
  }

  const tryLater = () => {
    stop()
    timer.start(RETRY_MS, trySocket)
  }

  const trySocket = () => {
    const opened = () => {
      stop()
      failures = 0
      better()
    }
    trial = socket({ opened, frame() {}, closed: tryLater })
    timer.start(OPEN_MS, tryLater)
  }

  return {
    open(events) {
      failures ??= world.session.read(mark) ? ENOUGH : 0
      isPolling = failures >= ENOUGH && failures % 2 === 0
      return (isPolling ? poll : socket)(events)
    },
    worked() {
      failures = isPolling ? ENOUGH : 0
      world.session.write(mark, isPolling || undefined)
      if (isPolling) tryLater()
      else stop()
    },
    failed() {
      failures = (failures ?? 0) + 1
    },
    stop
  }
}
