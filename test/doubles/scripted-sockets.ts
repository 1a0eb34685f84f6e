import type { AgentClientFrame, AgentServerFrame } from '@segue/sdk/protocol'

/** One connection, as the relay's end of it: the test plays the relay. */
export interface ScriptedSocket {
  /** Everything the inbox said, in order. */
  heard: AgentClientFrame[]
  /** Whether the inbox has let go of it. */
  isClosed: boolean
  open(): void
  say(frame: AgentServerFrame): void
  /** 1006: cut without a word. */
  end(code?: number): void
}

/** WebSockets without a network: nothing happens but what the test lets happen. */
export function createScriptedSockets() {
  const made: ScriptedSocket[] = []

  const connect = (): WebSocket => {
    const heard: AgentClientFrame[] = []
    const client: Partial<WebSocket> = {
      readyState: 1,
      send: raw => void heard.push(JSON.parse(String(raw))),
      close() {
        own.isClosed = true
      }
    }
    const call = (name: 'onopen' | 'onmessage' | 'onclose', event: object) =>
      client[name]?.call(client as WebSocket, event as never)
    const own: ScriptedSocket = {
      heard,
      isClosed: false,
      open: () => call('onopen', {}),
      say: frame => call('onmessage', { data: JSON.stringify(frame) }),
      end: (code = 1006) => call('onclose', { code })
    }
    made.push(own)
    return client as WebSocket
  }

  return {
    connect,
    made,
    /** The connection the inbox has now. */
    get newest(): ScriptedSocket {
      return made.at(-1)!
    },
    /** Lets the newest one open and signs the inbox in. */
    welcome() {
      made.at(-1)!.open()
      made.at(-1)!.say({ type: 'welcome' })
    }
  }
}
