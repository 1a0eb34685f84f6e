import { lateTransport } from './late-transport.ts'
import type { PollOptions } from './poll-transport.ts'
import type { ClientFrame } from './protocol/client-frame.ts'
import type { ServerFrame } from './protocol/server-frame.ts'
import { socketTransport } from './socket-transport.ts'
import type { OpenTransport } from './transport.ts'

/** So many sockets in a row must fail before we poll. */
const ENOUGH = 2

export interface TransportChoiceOptions extends Omit<PollOptions, 'socket'> {
  site: string
  relay: string
  /** Of the sockets, below `/v1/`. @default the visitor's */
  path?: string
}

export interface TransportChoice<Sent = ClientFrame, Heard = ServerFrame> {
  open: OpenTransport<Sent, Heard>
  /** The one opened last was welcomed. */
  worked(): void
  /** The one opened last was not. */
  failed(): void
  /** Whether sockets do not work here, but polls do. */
  polls(): boolean
  /** Another tab has found that out. */
  learn(polls: boolean): void
}

/**
 * Sockets where they work, long polling where they do not, remembered until the tab closes.
 * While neither works, both are tried in turn.
 */
export function chooseTransport<Sent = ClientFrame, Heard = ServerFrame>(
  options: TransportChoiceOptions
): TransportChoice<Sent, Heard> {
  const { world, site, relay, path } = options
  const mark = `segue:${site}:poll`
  const socket = socketTransport<Sent, Heard>(world, relay, path)
  let failures: number | undefined
  let isPolling = false

  const learn = (polls: boolean) => {
    failures = polls ? ENOUGH : 0
    world.session.write(mark, polls || undefined)
  }

  const better = () => {
    failures = 0
    options.better()
  }

  return {
    open(events) {
      failures ??= world.session.read(mark) ? ENOUGH : 0
      isPolling = failures >= ENOUGH && failures % 2 === 0
      return isPolling ? openPoll({ ...options, socket, better })(events) : socket(events)
    },
    learn,
    polls: () => isPolling,
    worked: () => learn(isPolling),
    failed() {
      failures = (failures ?? 0) + 1
    }
  }
}

/** The code for it is fetched only where sockets are refused. */
const openPoll = <Sent, Heard>(options: PollOptions<Sent, Heard>): OpenTransport<Sent, Heard> =>
  lateTransport(async () => {
    const { pollTransport } = await import('./poll-transport.ts')
    return () => pollTransport(options)
  })
