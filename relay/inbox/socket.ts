import {
  type AgentClientFrame,
  type AgentServerFrame,
  closeCodes,
  mayRetry,
  SUBPROTOCOL
} from '@segue/sdk/protocol'
import { reconnectDelay } from './reconnect-delay.ts'
import { createWatchdog } from './watchdog.ts'

/** How long the relay may take from connecting to `welcome`, in milliseconds. */
const WELCOME_MS = 10_000

/** A connection that held this long was healthy: the next loss starts counting anew. */
const HEALTHY_MS = 30_000

/** `lost`: it comes back by itself. `refused`: coming back with the same token cannot work. */
export type SocketStatus = 'connecting' | 'online' | 'lost' | 'refused'

export interface AgentSocketOptions {
  token: string
  onFrame(frame: AgentServerFrame): void
  /** `online` comes before any frame of a connection, the reason with `refused`. */
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

/** Opens the line. @see AgentSocketOptions */
export function openAgentSocket(options: AgentSocketOptions): AgentSocket {
  const { token, onFrame, onStatus, connect = connectToRelay, random = Math.random } = options
  let socket: WebSocket | undefined
  let online = false
  let attempt = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let healthy: ReturnType<typeof setTimeout> | undefined

  const say = (frame: AgentClientFrame) => socket?.send(JSON.stringify(frame))
  const watchdog = createWatchdog({ probe: () => say({ type: 'probe' }), dead: () => drop() })

  const hear = (frame: AgentServerFrame) => {
    watchdog.heard()
    if (frame.type === 'welcome') {
      online = true
      clearTimeout(timer)
      healthy = setTimeout(() => (attempt = 0), HEALTHY_MS)
      onStatus('online')
    }
    onFrame(frame)
  }

  /** Lets go of the socket we have. Whatever it still says is no longer heard. */
  const letGo = () => {
    const old = socket
    socket = undefined
    online = false
    watchdog.stop()
    clearTimeout(timer)
    clearTimeout(healthy)
    timer = undefined
    old?.close()
  }

  const drop = (code?: number) => {
    letGo()
    if (code !== undefined && (!mayRetry(code) || code === closeCodes.unauthorized.code)) {
      onStatus('refused', code)
      return
    }
    onStatus('lost')
    timer = setTimeout(open, reconnectDelay(attempt, random))
    attempt += 1
  }

  const open = () => {
    clearTimeout(timer)
    const own = connect()
    socket = own
    timer = setTimeout(drop, WELCOME_MS)
    own.onopen = () => own === socket && say({ type: 'hello', token })
    own.onmessage = event => own === socket && hear(JSON.parse(String(event.data)))
    own.onclose = event => own === socket && drop(event.code)
  }

  onStatus('connecting')
  open()
  return {
    send(frame) {
      if (online) say(frame)
      return online
    },
    nudge() {
      if (online) watchdog.probe()
      else if (!socket && timer !== undefined) open()
    },
    close: letGo
  }
}
