import type { AgentClientFrame, AgentServerFrame } from '@segue/sdk/protocol'
import { closeCodes } from '@segue/sdk/protocol'
import { parseAgentFrame } from '@segue/sdk/protocol/checks'
import { type WebSocket, WebSocketServer } from 'ws'
import type { FakeDesk } from './fake-desk.ts'

/** What every connection of the double shares. */
export interface LineRules {
  token: string
  desk: FakeDesk
  /** Whether frames are lost on the way to the inbox. */
  isLosing(): boolean
}

type Say = (frame: AgentServerFrame) => void

function follow(
  { desk }: LineRules,
  { watched, say }: { watched: Set<string>; say: Say },
  { conversation, since }: { conversation: string; since: number }
): void {
  const { presence } = desk.get(conversation)!
  watched.add(conversation)
  say({ type: 'entries', conversation, entries: desk.detail(conversation, { since }).entries })
  say({ type: 'presence', conversation, ...presence })
}

/** One inbox's connection, from hello to close. */
function hear(rules: LineRules, socket: WebSocket, heard: AgentClientFrame[]): void {
  const { token, desk, isLosing } = rules
  const watched = new Set<string>()
  const say: Say = frame => {
    const isFollowed = !('conversation' in frame) || watched.has(frame.conversation)
    if (isFollowed && !isLosing()) socket.send(JSON.stringify(frame))
  }
  socket.on('message', raw => {
    const parsed = parseAgentFrame(String(raw))
    if (!parsed.ok) return socket.close(closeCodes.badFrame.code)
    const { frame } = parsed
    heard.push(frame)
    if (frame.type === 'probe') say({ type: 'pong' })
    if (frame.type === 'unwatch') watched.delete(frame.conversation)
    if (frame.type === 'watch') follow(rules, { watched, say }, frame)
    if (frame.type !== 'hello') return
    if (frame.token !== token) return socket.close(closeCodes.unauthorized.code)
    say({ type: 'welcome' })
    socket.on('close', desk.listen(say))
  })
}

/** The socket's end of the double. */
export function createFakeLine(rules: LineRules) {
  const server = new WebSocketServer({ noServer: true })
  const heard: AgentClientFrame[] = []
  server.on('connection', socket => hear(rules, socket, heard))
  const each = (act: (socket: WebSocket) => void) => {
    for (const socket of server.clients) act(socket)
  }
  return {
    server,
    /** Every frame an inbox said. */
    heard,
    /** Says one frame to every inbox, whatever it follows. */
    say: (frame: AgentServerFrame) => each(socket => socket.send(JSON.stringify(frame))),
    /** Cuts every connection, as a network does. */
    cut: () => each(socket => socket.terminate()),
    /** Closes every connection for a reason. */
    close: (code: number) => each(socket => socket.close(code))
  }
}
