import type { ClientFrame, ClientFrameOf, ServerFrame } from '@segue/sdk/protocol'
import { parseClientFrame } from '@segue/sdk/protocol/checks'
import { Refused } from '../core/refusal.ts'
import { answerTo } from './errors.ts'
import type { Peer, Receiver } from './peer.ts'
import type { Rim } from './rim.ts'
import { greetVisitor } from './visitor-hello.ts'
import { type VisitorSession, visitorVerbs } from './visitor-verbs.ts'

type Later = Exclude<ClientFrame, { type: 'hello' }>

/** Listens to a page, whatever carries its frames. `origin` is the page's own, checked against the token's site. */
export function createVisitorPeer(rim: Rim, peer: Peer<ServerFrame>, origin: string): Receiver {
  let session: VisitorSession | undefined
  let isGone = false

  const hello = async (frame: ClientFrameOf<'hello'>) => {
    session?.leave()
    session = undefined
    const greeted = await greetVisitor(rim, peer, { frame, origin })
    // It may have left while we looked it up.
    if (isGone) greeted?.leave()
    else session = greeted
  }

  const handle = async (frame: ClientFrame) => {
    if (frame.type === 'hello') return hello(frame)
    if (!session) return peer.close('badFrame')
    const verb = visitorVerbs[frame.type] as (
      session: VisitorSession,
      frame: Later
    ) => Promise<void> | void
    await verb(session, frame)
  }

  return {
    get greeted() {
      return session !== undefined
    },
    async receive(raw) {
      const parsed = parseClientFrame(raw)
      if (!parsed.ok) return peer.close('badFrame')
      try {
        await handle(parsed.frame)
      } catch (error) {
        refuse(rim, peer, { error, frame: parsed.frame })
      }
    },
    leave() {
      isGone = true
      session?.leave()
    }
  }
}

function refuse(
  { log }: Rim,
  peer: Peer<ServerFrame>,
  { error, frame }: { error: unknown; frame: ClientFrame }
): void {
  const code = error instanceof Refused ? error.code : undefined
  if (code === 'unauthorized' || code === 'forbidden') {
    peer.close(code)
    return
  }
  if (!code) log.error('a frame failed', error, { frame: frame.type })
  const refusal = answerTo(error).body.error
  const about = frame.type === 'send' ? { cid: frame.cid } : {}
  peer.send({ type: 'error', code: refusal.code, message: refusal.message, ...about })
}
