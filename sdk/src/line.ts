import type { Call } from './call.ts'
import type { ChatError, ChatStatus } from './chat.ts'
import { type Connection, type ConnectionOptions, openConnection } from './connection.ts'
import type { ClientFrame } from './protocol/client-frame.ts'
import type { closeCodes } from './protocol/close-codes.ts'
import { type AttemptEvents, keepConnected, NEVER } from './reconnect.ts'
import { mayPass, RelayError } from './relay-error.ts'
import type { SessionKeeper } from './session.ts'
import { shareTransport } from './share-transport.ts'
import type { World } from './world.ts'

type Reasons = typeof closeCodes

/** Codes after which the same hello cannot work. The compiler compares them: a page needs no more of that table. */
const FATAL: Record<Extract<Reasons[keyof Reasons], { retry: false }>['code'], true> = {
  4400: true,
  4403: true,
  4406: true,
  4413: true
}
const UNAUTHORIZED: Reasons['unauthorized']['code'] = 4401
const TOO_MANY: Reasons['tooMany']['code'] = 4429
const RESTARTING: Reasons['restarting']['code'] = 1012

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
  const { session, failed } = options
  let connection: Connection | undefined

  const attempt = ({ up, down }: AttemptEvents) => {
    let isUp = false
    connection = openConnection({
      ...options,
      token: session.token,
      open: choice.open,
      frame(frame) {
        options.frame(frame)
        if (frame.type !== 'welcome' || isUp) return
        isUp = true
        choice.worked()
        up()
      },
      ended(code, error) {
        choice.ended()
        if (!isUp && !error && !isRelays(code)) choice.failed()
        if (code === UNAUTHORIZED) session.expire()
        const { after, ...why } = whyEnded(code, error)
        down(after)
        if (after === NEVER) failed(why)
      }
    })
    return connection
  }

  const { start, stop, again } = keepConnected({ ...options, attempt, rest: () => choice.rest() })
  const choice = shareTransport({ ...options, visitor: session.visitor, better: again })

  return {
    ...{ start, stop, again },
    send: frame => connection?.send(frame) ?? false,
    hello: () => connection?.hello(),
    fail: error => connection?.fail(error)
  }
}

/** Whether the relay itself said this code, so that the transport did carry it. */
const isRelays = (code: number) => code >= 4000 || code === RESTARTING

/** What an end means for the next try: after so many failures, or never. */
function whyEnded(code: number, error: unknown): ChatError & { after: number } {
  if (error instanceof RelayError) {
    const { code, message, status } = error
    return { code, message, after: mayPass(error) ? (status === 429 ? LATER : 0) : NEVER }
  }
  const message = `The relay closed the connection (${code}).`
  const after = code === TOO_MANY ? LATER : 0
  return { code: `closed_${code}`, message, after: code in FATAL ? NEVER : after }
}
