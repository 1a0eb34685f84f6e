import {
  type AgentClientFrame,
  type AgentServerFrame,
  closeCodes,
  mayRetry,
  SUBPROTOCOL
} from '@segue/sdk/protocol'
import { type AgentConnection, openConnection } from './agent-connection.ts'
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

function connectToRelay(): WebSocket {
  const url = new URL('/v1/agent/socket', location.href)
  url.protocol = url.protocol.replace('http', 'ws')
  return new WebSocket(url, SUBPROTOCOL)
}

const isFinal = (code: number | undefined) =>
  code !== undefined && (!mayRetry(code) || code === closeCodes.unauthorized.code)

/** Opens the line. */
export function openAgentSocket(options: AgentSocketOptions): AgentSocket {
  const { token, onFrame, onStatus, connect = connectToRelay, random = Math.random } = options
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
    rest()
    if (isFinal(code)) return onStatus('refused', code)
    waiting = setTimeout(open, reconnectDelay(attempt, random))
    attempt += 1
    onStatus('lost')
  }
  const hear = (frame: AgentServerFrame) => {
    if (frame.type === 'welcome') {
      healthy = setTimeout(() => (attempt = 0), HEALTHY_MS)
      onStatus('online')
    }
    onFrame(frame)
  }
  const open = () => {
    rest()
    connection = openConnection({ token, connect, onFrame: hear, onEnd: lose })
  }

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
