import type { Call } from './call.ts'
import type { ChatError, ChatStatus } from './chat.ts'
import { chooseTransport } from './choose-transport.ts'
import { type Connection, type ConnectionOptions, openConnection } from './connection.ts'
import { pollTransport } from './poll-transport.ts'
import type { ClientFrame } from './protocol/client-frame.ts'
import { closeCodes, mayRetry } from './protocol/close-codes.ts'
import { type AttemptEvents, keepConnected, NEVER } from './reconnect.ts'
import { mayPass, RelayError } from './relay-error.ts'
import type { SessionKeeper } from './session.ts'
import { socketTransport } from './socket-transport.ts'
import type { World } from './world.ts'

/** After "too many" we wait as if so many tries had failed: up to 16 s. */
const LATER = 5

export interface LineOptions extends Pick<ConnectionOptions, 'hello' | 'frame'> {
  world: World
  site: string
  relay: string
  /** For polls, which need no token beside their hello. */
  call: Call
  session: SessionKeeper
  status(status: ChatStatus): void
  /** It has given up, and why. */
  failed(error: ChatError): void
}

/** What looks like one connection that never ends. */
export interface Line {
  start(): void
  stop(): void
  /** Leaves the present connection for a new one. */
  again(): void
  /** False when nobody listens now. */
  send(frame: ClientFrame): boolean
  hello(): void
  fail(error: unknown): void
}

/** Puts together the transports, one connection at a time, and the reconnecting. */
export function createLine(options: LineOptions): Line {
  const { world, site, relay, call, session, status, failed } = options
  let connection: Connection | undefined

  const socket = socketTransport(world, relay)
  const better = () => reconnect.again()
  const choice = chooseTransport({ world, site, socket, poll: pollTransport(call), better })

  const attempt = ({ up, down }: AttemptEvents) => {
    let isUp = false
    connection = openConnection({
      world,
      token: session.token,
      open: choice.open,
      hello: options.hello,
      frame(frame) {
        options.frame(frame)
        if (frame.type !== 'welcome' || isUp) return
        isUp = true
        choice.worked()
        up()
      },
      ended(code, error) {
        if (!isUp && !error && !isRelays(code)) choice.failed()
        if (code === closeCodes.unauthorized.code) session.expire()
        const { after, ...why } = whyEnded(code, error)
        down(after)
        if (after !== NEVER) return
        choice.stop()
        failed(why)
      }
    })
    return connection
  }

  const reconnect = keepConnected({ world, attempt, status })

  return {
    start: reconnect.start,
    stop() {
      choice.stop()
      reconnect.stop()
    },
    again: reconnect.again,
    send: frame => connection?.send(frame) ?? false,
    hello: () => connection?.hello(),
    fail: error => connection?.fail(error)
  }
}

/** Whether the relay itself said this code, so that the transport did carry it. */
const isRelays = (code: number) => code >= 4000 || code === closeCodes.restarting.code

interface End extends ChatError {
  after: number
}

/** What an end means for the next try: at once, later or never. */
function whyEnded(code: number, error: unknown): End {
  if (error instanceof RelayError) {
    const { code, message, status } = error
    return { code, message, after: mayPass(error) ? (status === 429 ? LATER : 0) : NEVER }
  }
  const after = code === closeCodes.tooMany.code ? LATER : 0
  const message = `The relay closed the connection (${code}).`
  return { code: `closed_${code}`, message, after: mayRetry(code) ? after : NEVER }
}
