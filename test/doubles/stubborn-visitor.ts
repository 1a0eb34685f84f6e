import { WebSocket } from 'ws'

/** A visitor who keeps every message until it is acknowledged, whatever happens to the relay. Speaks the bare wire. */
export interface StubbornVisitor {
  conversation: string
  /** Sends a message, now or as soon as there is a relay. */
  say(text: string): void
  /** How many messages wait for their acknowledgement. */
  waiting(): number
  /** Texts that were acknowledged. */
  acked(): string[]
  /** Resolves when everything said so far is acknowledged. */
  settled(): Promise<void>
  leave(): void
}

/** Opens a session at a relay that is up. `origin` must be one of the site's. */
export async function openStubbornVisitor(
  url: string,
  { site, origin }: { site: string; origin: string }
): Promise<StubbornVisitor> {
  const headers = { 'content-type': 'application/json', origin }
  const openSession = async (known: object) => {
    const body = JSON.stringify({ site, ...known })
    const reply = await fetch(`${url}/v1/session`, { method: 'POST', headers, body })
    if (!reply.ok) throw new Error(`No session: ${reply.status}`)
    return (await reply.json()) as {
      token: string
      visitor: string
      secret: string
      conversation: string
    }
  }
  const { visitor, secret, conversation, ...first } = await openSession({})
  let { token } = first
  const waiting = new Map<string, string>()
  const acked: string[] = []
  const watchers = new Set<() => void>()
  let socket: WebSocket | undefined
  let hasLeft = false

  const send = (cid: string, text: string) => {
    if (socket?.readyState === WebSocket.OPEN) {
      socket.send(JSON.stringify({ type: 'send', cid, text }))
    }
  }

  const onFrame = (frame: { type: string; cid: string }) => {
    if (frame.type === 'welcome') for (const [cid, text] of waiting) send(cid, text)
    const text = frame.type === 'ack' ? waiting.get(frame.cid) : undefined
    if (text === undefined) return
    waiting.delete(frame.cid)
    acked.push(text)
    for (const watcher of watchers) watcher()
  }

  const connect = () => {
    if (hasLeft) return
    const opening = new WebSocket(`${url.replace('http', 'ws')}/v1/socket`, 'segue.v1', { origin })
    socket = opening
    opening.on('open', () =>
      opening.send(JSON.stringify({ type: 'hello', token, since: 0, visible: false }))
    )
    opening.on('message', data => onFrame(JSON.parse(String(data))))
    opening.on('error', () => {})
    opening.on('close', code => {
      const again = () => setTimeout(connect, 15)
      if (code !== 4401) return again()
      openSession({ visitor, secret }).then(session => {
        token = session.token
        again()
      }, again)
    })
  }
  connect()

  return {
    conversation,
    say(text) {
      const cid = crypto.randomUUID()
      waiting.set(cid, text)
      send(cid, text)
    },
    waiting: () => waiting.size,
    acked: () => acked,
    settled: () =>
      new Promise(resolve => {
        const look = () => {
          if (waiting.size > 0) return
          watchers.delete(look)
          resolve()
        }
        watchers.add(look)
        look()
      }),
    leave() {
      hasLeft = true
      socket?.terminate()
    }
  }
}
