import { once } from 'node:events'
import type { Entry } from '@segue/sdk/protocol'
import { WebSocket } from 'ws'
import { openSession } from './session.ts'
import { SITE } from './site.ts'

/** A visitor who has a lot to say. */
export interface Talker {
  /** As their browser remembers them. */
  identity: { visitor: string; secret: string }
  /** Says `message 4`, `message 5`, if there are three. Resolves when the relay has them. */
  say(messages: number): Promise<void>
  /** The whole thread, oldest first. */
  thread(): Promise<Entry[]>
  end(): void
}

/** A new visitor of the bench's site. */
export async function startTalk(url: string, origin: string): Promise<Talker> {
  const { token, visitor, secret } = await openSession(url, { site: SITE, origin })
  const socket = new WebSocket(`${url.replace('http', 'ws')}/v1/socket`, 'segue.v1', { origin })
  await once(socket, 'open')
  socket.send(JSON.stringify({ type: 'hello', token, since: 0, visible: false }))
  await once(socket, 'message')
  let said = 0
  return {
    identity: { visitor, secret },
    async say(messages) {
      const done = acked(socket, messages)
      for (let n = 0; n < messages; n++) {
        const text = `message ${++said}`
        socket.send(JSON.stringify({ type: 'send', cid: crypto.randomUUID(), text }))
      }
      await done
    },
    thread: () => fetchAll(url, { authorization: `Bearer ${token}`, origin }),
    end: () => socket.close()
  }
}

const acked = (socket: WebSocket, messages: number) =>
  new Promise<void>(resolve => {
    let count = 0
    const hear = (data: unknown) => {
      if (!String(data).startsWith('{"type":"ack"') || ++count < messages) return
      socket.off('message', hear)
      resolve()
    }
    socket.on('message', hear)
  })

async function fetchAll(url: string, headers: Record<string, string>): Promise<Entry[]> {
  const all: Entry[] = []
  do {
    const before = all[0] ? `&before=${all[0].seq}` : ''
    const reply = await fetch(`${url}/v1/thread?limit=100${before}`, { headers })
    if (!reply.ok) throw new Error(`thread: ${reply.status} ${await reply.text()}`)
    all.unshift(...((await reply.json()) as { entries: Entry[] }).entries)
  } while (all[0]!.seq > 1)
  return all
}
