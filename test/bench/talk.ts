import { once } from 'node:events'
import { WebSocket } from 'ws'
import { openSession } from './session.ts'
import { SITE } from './site.ts'

/** A visitor who has said `message 1`, `message 2` and so on, as their browser remembers them. */
export async function talk(
  url: string,
  origin: string,
  messages: number
): Promise<{ visitor: string; secret: string }> {
  const { token, visitor, secret } = await openSession(url, { site: SITE, origin })
  const socket = new WebSocket(`${url.replace('http', 'ws')}/v1/socket`, 'segue.v1', { origin })
  await once(socket, 'open')
  socket.send(JSON.stringify({ type: 'hello', token, since: 0, visible: false }))
  await once(socket, 'message')
  for (let n = 1; n <= messages; n++) {
    const text = `message ${n}`
    socket.send(JSON.stringify({ type: 'send', cid: crypto.randomUUID(), text }))
  }
  await acked(socket, messages)
  socket.close()
  return { visitor, secret }
}

const acked = (socket: WebSocket, messages: number) =>
  new Promise<void>(resolve => {
    let count = 0
    socket.on('message', data => {
      if (String(data).startsWith('{"type":"ack"') && ++count === messages) resolve()
    })
  })
