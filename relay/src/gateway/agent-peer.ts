import type { AgentClientFrame, AgentServerFrame } from '@segue/sdk/protocol'
import { parseAgentFrame } from '@segue/sdk/protocol/checks'
import { showTyping } from '../core/message/show-typing.ts'
import { Refused } from '../core/refusal.ts'
import { type AgentInbox, openInbox } from './agent-inbox.ts'
import { answerTo } from './errors.ts'
import type { Peer, Receiver } from './peer.ts'
import type { Rim } from './rim.ts'

type Later = Exclude<AgentClientFrame, { type: 'hello' }>

/** Listens to an inbox's connection. */
export function createAgentPeer(rim: Rim, peer: Peer<AgentServerFrame>): Receiver {
  let inbox: AgentInbox | undefined

  const handle = (frame: AgentClientFrame) => {
    if (frame.type !== 'hello') {
      return inbox ? act(rim, peer, { inbox, frame }) : peer.close('badFrame')
    }
    inbox?.leave()
    inbox = undefined
    inbox = openInbox(rim, rim.tokens.agentOf(frame.token), peer)
    peer.send({ type: 'welcome' })
  }

  return {
    get greeted() {
      return inbox !== undefined
    },
    async receive(raw) {
      const parsed = parseAgentFrame(raw)
      if (!parsed.ok) return peer.close('badFrame')
      try {
        await handle(parsed.frame)
      } catch (error) {
        refuse(rim, peer, error)
      }
    },
    leave: () => inbox?.leave()
  }
}

async function act(
  { ports }: Rim,
  peer: Peer<AgentServerFrame>,
  { inbox, frame }: { inbox: AgentInbox; frame: Later }
): Promise<void> {
  const { agent } = inbox
  switch (frame.type) {
    case 'watch':
      return inbox.watch(frame.conversation, frame.since)
    case 'unwatch':
      return inbox.unwatch(frame.conversation)
    case 'probe':
      return peer.send({ type: 'pong' })
    case 'typing': {
      const { conversation } = frame
      // Following it proves that the agent may see it; more often than once a second is noise.
      if (!inbox.isWatching(conversation)) return
      if (!ports.allow(`typing:${agent.id}:${conversation}`, 1, 1000)) return
      ports.publish({ type: 'typing', conversation, from: 'agent', name: agent.name, link: null })
      return showTyping(ports, conversation)
    }
  }
}

function refuse({ log }: Rim, peer: Peer<AgentServerFrame>, error: unknown): void {
  if (error instanceof Refused && error.code === 'unauthorized') {
    peer.close('unauthorized')
    return
  }
  if (!(error instanceof Refused)) log.error('an inbox’s frame failed', error)
  const { code, message } = answerTo(error).body.error
  peer.send({ type: 'error', code, message })
}
