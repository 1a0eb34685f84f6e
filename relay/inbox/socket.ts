import {
  type AgentClientFrame,
  type AgentServerFrame,
  closeCodes,
  mayRetry
} from '@segue/sdk/protocol'
import { chooseTransport, createShelf, type PollCall } from '@segue/sdk/transports'
import { type AgentConnection, openConnection } from './agent-connection.ts'
import { pollRelay } from './poll-relay.ts'
import { reconnectDelay } from './reconnect-delay.ts'

/** A connection that held this long was healthy: the next loss starts counting anew. */
const HEALTHY_MS = 30_000

/** `lost`: it comes back by itself. `refused`: coming back with the same token cannot work. */
export type SocketStatus = 'connecting' | 'online' | 'lost' | 'refused'

export interface AgentSocketOptions {
  token: string
  onFrame(frame: AgentServerFrame): void
  /** `online` comes before any frame of a connection, the close code with `refused`. */
  onStatus(status: SocketStatus, code?: number): void
  connect?: () => WebSocket
  poll?: PollCall
  random?: () => number
}

/** The inbox's line to the relay. It comes back by itself until it is closed or refused. */
export interface AgentSocket {
  /** False when the line is down: what matters is asked for again after `online`. */
  send(frame: Exclude<AgentClientFrame, { type: 'hello' | 'probe' }>): boolean
  /** Something suggests that the line may be gone, or back: find out now. */
  nudge(): void
  close(): void
}

/** Where WebSockets are refused, as by some companies' proxies, the same frames go by long poll. */
const choose = ({ connect, poll = pollRelay }: AgentSocketOptions, better: () => void) =>
  chooseTransport<AgentClientFrame, AgentServerFrame>({
    site: 'inbox',
    relay: globalThis.location?.origin ?? '',
    path: 'agent/socket',
    call: poll,
    better,
    world: {
      after(ms, run) {
        const timer = setTimeout(run, ms)
        return () => clearTimeout(timer)
      },
      session: createShelf(() => sessionStorage),
      ...(connect && { openSocket: connect })
    }
  })

/** Whether the relay itself said this code, so that what carried it works. */
const isRelays = (code = 0) => code >= 4000 || code === closeCodes.restarting.code

const isFinal = (code: number | undefined) =>
  code !== undefined && (!mayRetry(code) || code === closeCodes.unauthorized.code)

/** Opens the line. */
export function openAgentSocket(options: AgentSocketOptions): AgentSocket {
  const { token, onFrame, onStatus, random = Math.random } = options
  let connection: AgentConnection | undefined
  let attempt = 0
  let waiting: ReturnType<typeof setTimeout> | undefined
  let healthy: ReturnType<typeof setTimeout> | undefined

  const rest = () => {
    connection = undefined
    clearTimeout(healthy)
    clearTimeout(waiting)
    waiting = undefined
  }
  const lose = (code?: number) => {
    if (!connection?.isWelcome && !isRelays(code)) choice.failed()
    rest()
    if (isFinal(code)) return onStatus('refused', code)
    waiting = setTimeout(open, reconnectDelay(attempt, random))
    attempt += 1
    onStatus('lost')
  }
  const hear = (frame: AgentServerFrame) => {
    if (frame.type === 'welcome') {
      healthy = setTimeout(() => (attempt = 0), HEALTHY_MS)
      choice.worked()
      onStatus('online')
    }
    onFrame(frame)
  }
  const open = () => {
    rest()
    connection = openConnection({ token, open: choice.open, onFrame: hear, onEnd: lose })
  }

  const choice = choose(options, () => {
    connection?.close()
    open()
  })

  onStatus('connecting')
  open()
  return {
    send(frame) {
      if (!connection?.isWelcome) return false
      connection.say(frame)
      return true
    },
    nudge() {
      if (connection?.isWelcome) connection.probe()
      else if (waiting !== undefined) open()
    },
    close() {
      connection?.close()
      rest()
    }
  }
}
