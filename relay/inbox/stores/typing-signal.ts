import { $socket } from './follow.ts'

/** The signal is good for six seconds: half of that keeps it up without a gap. */
const EVERY_MS = 3000

let last = { conversation: '', at: 0 }

/** Tells the others that this agent is writing, not oftener than needed. */
export function tellTyping(conversation: string, now = Date.now()): void {
  if (last.conversation === conversation && now - last.at < EVERY_MS) return
  last = { conversation, at: now }
  $socket.get()?.send({ type: 'typing', conversation })
}
