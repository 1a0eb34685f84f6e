import type { AgentClientFrame, AgentServerFrame } from '@segue/sdk/protocol'
import type { OpenTransport } from '@segue/sdk/transports'
import { createWatchdog } from './watchdog.ts'

/** How long the relay may take from connecting to `welcome`, in milliseconds. */
const WELCOME_MS = 10_000

export interface ConnectionOptions {
  token: string
  open: OpenTransport<AgentClientFrame, AgentServerFrame>
  onFrame(frame: AgentServerFrame): void
  /** Called once, unless it is let go of first: the close code, or nothing when the relay fell silent. */
  onEnd(code?: number): void
}

/** One connection, whatever carries it, from hello to its end. */
export interface AgentConnection {
  /** Whether the relay has let us in. */
  readonly isWelcome: boolean
  say(frame: AgentClientFrame): void
  /** Asks whether the relay is still there; it ends when no answer comes. */
  probe(): void
  /** Lets go: whatever it still says is no longer heard. */
  close(): void
}

/** Connects, says hello, and watches over the silence. */
export function openConnection(options: ConnectionOptions): AgentConnection {
  let isWelcome = false
  let isOver = false

  const say = (frame: AgentClientFrame) => line.send(frame)
  const close = () => {
    isOver = true
    watchdog.stop()
    clearTimeout(patience)
    line.close()
  }
  const end = (code?: number) => {
    if (isOver) return
    close()
    options.onEnd(code)
  }
  const hear = (frame: AgentServerFrame) => {
    watchdog.heard()
    if (frame.type === 'welcome') {
      isWelcome = true
      clearTimeout(patience)
    }
    options.onFrame(frame)
  }

  const watchdog = createWatchdog({ probe: () => say({ type: 'probe' }), dead: end })
  const patience = setTimeout(end, WELCOME_MS)
  const line = options.open({
    opened: () => say({ type: 'hello', token: options.token }),
    frame: frame => !isOver && hear(frame),
    closed: end
  })

  return {
    get isWelcome() {
      return isWelcome
    },
    say,
    probe: watchdog.probe,
    close
  }
}
