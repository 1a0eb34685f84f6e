import { commit } from '../commit.ts'
import type { Ports } from '../ports.ts'
import { Refused } from '../refusal.ts'
import type { Agent } from '../settings.ts'
import { conversationFor } from './viewer.ts'

/** What an agent does with a conversation as a whole. */
export type StateChange = 'claim' | 'close' | 'reopen'

/**
 * Claims, closes or reopens a conversation. Doing it twice changes nothing.
 *
 * @throws {Refused} `not_found`, `conflict` when another agent has it
 */
export function changeState(
  ports: Ports,
  agent: Agent,
  id: string,
  to: StateChange
): Promise<void> {
  return commit(ports, async ({ tx, append }) => {
    const { state, agent: owner, waitingSince } = await conversationFor(tx, agent, id)
    const me = { id: agent.id, name: agent.name }
    if (to === 'claim') {
      if (owner === agent.id) return
      if (owner !== null) {
        const name = ports.agents.get(owner)?.name ?? 'Another agent'
        throw new Refused('conflict', `${name} has this conversation already.`)
      }
      await tx.changeConversation(id, { agent: agent.id })
      await append(id, { type: 'state', state, agent: me })
      return
    }
    if (to === 'close') {
      if (state === 'closed') return
      await tx.changeConversation(id, { state: 'closed', waitingSince: null })
      await append(id, { type: 'state', state: 'closed', agent: me })
      return
    }
    if (state !== 'closed') return
    const reopened = waitingSince === null ? 'open' : 'waiting'
    await tx.changeConversation(id, { state: reopened, agent: agent.id })
    await append(id, { type: 'state', state: reopened, agent: me })
  })
}
